"""高质量数据集: releases of data sets for training models, split, checked for leaks, told in a datasheet."""
