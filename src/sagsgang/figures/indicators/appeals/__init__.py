"""How citizens' appeals ended (ankestatistik)."""
