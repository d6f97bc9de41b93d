"""What a person can do: one table from which menus, keys and the shortcut sheet are made."""
