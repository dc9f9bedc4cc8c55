// The indexes of the embedded store, one statement a line. A UNIQUE constraint would make no index there.
CREATE INDEX document_id IF NOT EXISTS FOR (n:Document) ON (n.id);
CREATE INDEX passage_id IF NOT EXISTS FOR (n:Passage) ON (n.id);
CREATE INDEX entity_id IF NOT EXISTS FOR (n:Entity) ON (n.id);
CREATE INDEX graph_id IF NOT EXISTS FOR (n:Graph) ON (n.id);
