"""What is recorded of training sets."""

from brain.kit.acts import Act, Kind

SET = Kind(
    name="training_set",
    title="高质量数据集",
    title_en="Training set",
    page="/training-sets/{}",
    scope="training_sets.read",
)
CREATED = Act(name="training_sets.create", title="建立高质量数据集", title_en="Made a training set", of=SET)
AMENDED = Act(name="training_sets.amend", title="修改高质量数据集", title_en="Amended a training set", of=SET)
BUILT = Act(name="training_sets.build", title="构建发布版本", title_en="Built a release", of=SET)
PUBLISHED = Act(name="training_sets.publish", title="发布", title_en="Published a release", of=SET)
REFUSED = Act(name="training_sets.refuse", title="不同意发布", title_en="Refused a release", of=SET)
WITHDRAWN = Act(name="training_sets.withdraw", title="撤回发布", title_en="Withdrew a release", of=SET)
TAKEN = Act(name="training_sets.take", title="下载高质量数据集", title_en="Downloaded a release", of=SET)
ACTS = (CREATED, AMENDED, BUILT, PUBLISHED, REFUSED, WITHDRAWN, TAKEN)
