"""Services of a brain in its factories: offered, asked for, answered, also after hours without a line."""
