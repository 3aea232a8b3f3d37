"""The service portal: menus, to-dos, messages and the built web pages."""
