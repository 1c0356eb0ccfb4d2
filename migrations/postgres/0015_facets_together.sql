-- A topic and a claimant together are a facet now: what claims are listed by is made anew when the desk opens.
DELETE FROM claim_numbers;
