"""Recognition as 晨星工厂: a factory applies, a brain reviews and checks on site, the centre decides.

The official procedure is not published: steps, terms and numbers of certificates here are provisional.
"""
