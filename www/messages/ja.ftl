# Latchkey: every text a person sees.
