// The names of all properties that the graph uses.
CALL db.propertyKeys() YIELD propertyKey
RETURN propertyKey AS name
ORDER BY name
