"""联调测试: the checks of the joint test, one module for each group."""
