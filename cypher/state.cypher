// What is known of the graph as a whole; no row where there is none yet.
MATCH (graph:Graph {id: 'kith'})
RETURN graph.schema AS schema, graph.whole AS whole, graph.sha256 AS sha256, graph.documents AS documents, graph.passages AS passages, graph.mentions AS mentions, graph.edges AS edges
