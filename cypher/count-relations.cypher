// How many edges there are of one type.
MATCH (:Entity)-[edge:RELATION]->(:Entity)
RETURN count(edge) AS total
