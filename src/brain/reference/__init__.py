"""The field's nouns as pure values: codes, regions, industries, money, periods, enterprise names."""
