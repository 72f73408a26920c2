// Who supplies whom with what, and since when
//
// Deliveries of arms, troops, technology, money, energy, goods or aid, one row a sentence, with
// the earliest date, denials aside, that any document gives for the same supplier, recipient and
// kind. It does not prove that something arrived, how much, or that deliveries went on without a
// break; a row without a date only says that somebody spoke of it. A denial is a row as well: read
// the modality.
//
// @id supplies
// @param supplier string null The supplier: id, name or alias; anybody when left out
// @param recipient string null The recipient: id, name or alias; anybody when left out
// @param what string(SUPPLIES.what) null What is supplied; anything when left out
// @param limit integer 50 500 Rows at most
// @column supplier string Name of the supplier
// @column recipient string Name of the recipient
// @column what string What is supplied
// @column since date Earliest date any document gives for these three
// @column date date When what is said took place or holds, EDTF
// @column modality string asserted, denied, alleged or hypothetical
// @column asserted_by string Who says so; `document` for its narrator, `unknown` for nobody named
// @column quote string The sentence it rests on
// @column title string Title of the document
// @column url string Address of the document
// @column published_at date When the document was published
// @column document string Id of the document
// @column citation string Id of the citation, to verify it
// @example {"supplier": "Iran"}
CALL () {
  WITH 1 AS everybody
  WHERE $supplier IS NULL AND $recipient IS NULL
  MATCH (:Entity)-[r:SUPPLIES]->(:Entity)
  RETURN r
  UNION ALL
  CALL () {
    // By id, else by name: the index finds its words, and the whole of it is compared.
    MATCH (a:Entity {id: $supplier})
    RETURN a
    UNION
    MATCH (a:Entity {name: $supplier})
    RETURN a
    UNION
    WITH '"' + replace(replace(coalesce($supplier, ''), '\\', ' '), '"', ' ') + '"' AS words
    CALL db.index.fulltext.queryNodes('search', 'name:' + words + ' OR aliases:' + words)
    YIELD node AS a
    WHERE a:Entity
      AND (toLower(a.name) = toLower($supplier)
           OR any(alias IN a.aliases WHERE toLower(alias) = toLower($supplier)))
    RETURN a
  }
  MATCH (a)-[r:SUPPLIES]->(b:Entity)
  WHERE $recipient IS NULL OR b.id = $recipient OR toLower(b.name) = toLower($recipient)
     OR any(alias IN b.aliases WHERE toLower(alias) = toLower($recipient))
  RETURN r
  UNION ALL
  CALL () {
    // By id, else by name: the index finds its words, and the whole of it is compared.
    MATCH (b:Entity {id: $recipient})
    RETURN b
    UNION
    MATCH (b:Entity {name: $recipient})
    RETURN b
    UNION
    WITH '"' + replace(replace(coalesce($recipient, ''), '\\', ' '), '"', ' ') + '"' AS words
    CALL db.index.fulltext.queryNodes('search', 'name:' + words + ' OR aliases:' + words)
    YIELD node AS b
    WHERE b:Entity
      AND (toLower(b.name) = toLower($recipient)
           OR any(alias IN b.aliases WHERE toLower(alias) = toLower($recipient)))
    RETURN b
  }
  MATCH (:Entity)-[r:SUPPLIES]->(b)
  WHERE $supplier IS NULL
  RETURN r
}
// Only what orders the rows is read of all of them, the rest of those that are shown.
WITH r, startNode(r) AS s, endNode(r) AS t
WHERE $what IS NULL OR r.what = $what
WITH r, s, t, s.name AS supplier, t.name AS recipient, r.what AS what,
     r.published_at AS published, r.id AS id
ORDER BY supplier, recipient, what, published, id
LIMIT $limit
OPTIONAL CALL (s, t, what) {
  MATCH (s)-[other:SUPPLIES]->(t)
  WHERE coalesce(other.what, '') = coalesce(what, '') AND other.modality <> 'denied'
    AND other.date IS NOT NULL
  // Seasons of EDTF (21 to 24) sort by their first northern month.
  WITH other, split(replace(replace(other.date, '~', ''), '?', ''), '/') AS span
  WITH other,
       coalesce(left(span[0], 4)
                + {s21: '-03', s22: '-06', s23: '-09', s24: '-01'}['s' + substring(span[0], 5, 2)],
                replace(span[0], 'X', '0')) AS begins
  RETURN other.date AS since
  ORDER BY begins, other.id
  LIMIT 1
}
MATCH (d:Document {id: r.document})
OPTIONAL MATCH (who:Entity {id: r.asserted_by})
RETURN supplier, recipient, what, since,
       r.date AS date, r.modality AS modality, coalesce(who.name, r.asserted_by) AS asserted_by,
       r.quote AS quote, d.title AS title, d.url AS url, d.published_at AS published_at,
       d.id AS document, r.id AS citation
ORDER BY supplier, recipient, what, published_at, citation
LIMIT $limit
