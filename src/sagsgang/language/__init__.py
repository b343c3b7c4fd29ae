"""How Danish is written: numbers, money, dates, names, case numbers. Imports nothing of ours."""
