"""The frames agreed with the state, the cash and the pools."""
