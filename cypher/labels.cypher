// All labels that the graph uses.
CALL db.labels() YIELD label
RETURN label AS name
ORDER BY name
