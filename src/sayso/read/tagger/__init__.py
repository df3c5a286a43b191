"""Trained taggers as witnesses: small networks that mark attributions and causes, run offline from files beside this code."""
