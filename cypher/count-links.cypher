// How many relationships of one type the whole database holds.
MATCH ()-[link:RELATION]->()
RETURN count(link) AS total
