// What is known of the graph as a whole; no row where there is none yet.
MATCH (graph:Graph {id: 'kith'})
RETURN properties(graph) AS properties
