"""Local rules and alarms of a factory, after IEC 62682 (ISA-18.2); they need no brain."""
