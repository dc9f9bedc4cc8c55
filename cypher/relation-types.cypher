// All relation types that the graph uses.
CALL db.relationshipTypes() YIELD relationshipType
RETURN relationshipType AS name
ORDER BY name
