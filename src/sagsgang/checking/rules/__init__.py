"""The rules, a folder for each family, one file and one page a rule; no rule knows another."""
