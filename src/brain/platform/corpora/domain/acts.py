"""What is recorded of corpora, in their own words."""

from brain.kit.acts import Act, Kind

CORPUS = Kind(name="corpus", title="语料库", title_en="Corpus", page="/corpora/{}", scope="corpora.read")
SOURCE_DOCUMENT = Kind(name="corpus_document", title="语料文档", title_en="Corpus document")
CREATED = Act(name="corpora.create", title="建立语料库", title_en="Created a corpus", of=CORPUS)
AMENDED = Act(name="corpora.amend", title="修改语料配方", title_en="Amended a corpus recipe", of=CORPUS)
BUILT = Act(name="corpora.build", title="构建语料库", title_en="Built a corpus", of=CORPUS)
EXPORTED = Act(name="corpora.export", title="导出语料", title_en="Exported a corpus", of=CORPUS)
ADDED = Act(
    name="corpora.add_document", title="上传语料文档", title_en="Added a corpus document", of=SOURCE_DOCUMENT
)
ACTS = (CREATED, AMENDED, BUILT, EXPORTED, ADDED)
