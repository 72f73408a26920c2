// How two actors are connected: the shortest chains of cited relations
//
// The k shortest chains that lead from one actor to another, one row a step, each step with one of
// the sentences behind it and the number of all of them. Every entity appears once in a chain. A
// chain does not prove influence: each step is somebody's statement, the steps may lie years
// apart, and in a large corpus almost everybody is a few steps from everybody else.
//
// @id paths
// @param a string required The first actor: id, name or alias
// @param b string required The second actor: id, name or alias
// @param modalities strings(SUPPLIES.modality) ["asserted"] Which statements count as a step
// @param k integer 3 20 Chains at most
// @param limit integer 60 200 Rows at most
// @column path integer Number of the chain, the shortest first
// @column step integer Number of the step in it
// @column source string Name of the one the relation starts from
// @column relationship string Type of the relation
// @column target string Name of the one it points to
// @column sentences integer How many sentences tie the two ends of this step
// @column date date When what is said took place or holds, EDTF
// @column modality string asserted, denied, alleged or hypothetical
// @column asserted_by string Who says so; `document` for its narrator, `unknown` for nobody named
// @column quote string The sentence it rests on
// @column title string Title of the document
// @column url string Address of the document
// @column published_at date When the document was published
// @column document string Id of the document
// @column citation string Id of the citation, to verify it
// @example {"a": "Behrouz Mirkhalaf", "b": "Belarus"}
CALL () {
  // By id, else by name: the index finds its words, and the whole of it is compared.
  MATCH (a:Entity {id: $a})
  RETURN a
  UNION
  MATCH (a:Entity {name: $a})
  RETURN a
  UNION
  WITH '"' + replace(replace($a, '\\', ' '), '"', ' ') + '"' AS words
  CALL db.index.fulltext.queryNodes('search', 'name:' + words + ' OR aliases:' + words)
  YIELD node AS a
  WHERE a:Entity
    AND (toLower(a.name) = toLower($a)
         OR any(alias IN a.aliases WHERE toLower(alias) = toLower($a)))
  RETURN a
}
CALL () {
  MATCH (b:Entity {id: $b})
  RETURN b
  UNION
  MATCH (b:Entity {name: $b})
  RETURN b
  UNION
  WITH '"' + replace(replace($b, '\\', ' '), '"', ' ') + '"' AS words
  CALL db.index.fulltext.queryNodes('search', 'name:' + words + ' OR aliases:' + words)
  YIELD node AS b
  WHERE b:Entity
    AND (toLower(b.name) = toLower($b)
         OR any(alias IN b.aliases WHERE toLower(alias) = toLower($b)))
  RETURN b
}
// Bounding the pairs first makes the server search between two known ends, not from everywhere.
WITH a, b
WHERE a <> b
ORDER BY a.id, b.id
LIMIT 9
// Parallel sentences between two entities make parallel paths, so more are fetched than chains
// asked for. Where over 200 are equally short, the server chooses which of them are compared.
MATCH p = SHORTEST 200 (a)((x:Entity)-[r]-(y:Entity)
  WHERE r.quote IS NOT NULL AND r.modality IN $modalities){1,6}(b)
WITH DISTINCT nodes(p) AS chain, [n IN nodes(p) | n.id] AS ids
WHERE all(id IN ids WHERE single(same IN ids WHERE same = id))
WITH chain, ids
ORDER BY size(ids), ids
LIMIT $k
WITH collect(chain) AS chains
UNWIND range(0, size(chains) - 1) AS i
UNWIND range(0, size(chains[i]) - 2) AS j
WITH i, j, chains[i][j] AS x, chains[i][j + 1] AS y
MATCH (x)-[r]-(y)
WHERE r.quote IS NOT NULL AND r.modality IN $modalities
WITH i, j, r
ORDER BY r.published_at, r.id
WITH i, j, collect(r) AS edges
WITH i, j, head(edges) AS r, size(edges) AS sentences
MATCH (d:Document {id: r.document})
OPTIONAL MATCH (who:Entity {id: r.asserted_by})
RETURN i + 1 AS path, j + 1 AS step,
       startNode(r).name AS source, type(r) AS relationship, endNode(r).name AS target, sentences,
       r.date AS date, r.modality AS modality, coalesce(who.name, r.asserted_by) AS asserted_by,
       r.quote AS quote, d.title AS title, d.url AS url, d.published_at AS published_at,
       d.id AS document, r.id AS citation
ORDER BY path, step
LIMIT $limit
