"""分类分级: classes and grades of all data sets, the tables behind them, the catalogue of important data."""
