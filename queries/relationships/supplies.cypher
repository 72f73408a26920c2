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
// @param what string null arms, troops, technology, money, energy, goods or aid; all when left out
// @param limit integer 50 500 Rows at most
// @column supplier string Name of the supplier
// @column recipient string Name of the recipient
// @column what string What is supplied
// @column since date Earliest date any document gives for these three
// @column date date When what is said took place or holds, EDTF
// @column modality string asserted, denied, alleged or hypothetical
// @column asserted_by string Who says so; the document itself where its narrator does
// @column quote string The sentence it rests on
// @column title string Title of the document
// @column url string Address of the document
// @column published_at date When the document was published
// @column document string Id of the document
// @column citation string Id of the citation, to verify it
// @example {"supplier": "Iran"}
MATCH (s:Entity)-[r:SUPPLIES]->(t:Entity)
WHERE ($what IS NULL OR r.what = $what)
  AND ($supplier IS NULL OR s.id = $supplier OR toLower(s.name) = toLower($supplier)
       OR any(alias IN s.aliases WHERE toLower(alias) = toLower($supplier)))
  AND ($recipient IS NULL OR t.id = $recipient OR toLower(t.name) = toLower($recipient)
       OR any(alias IN t.aliases WHERE toLower(alias) = toLower($recipient)))
// Seasons of EDTF (21 to 24) sort by their first northern month.
WITH s, t, r, split(replace(replace(r.date, '~', ''), '?', ''), '/') AS span
WITH s, t, r,
     coalesce(left(span[0], 4)
              + {s21: '-03', s22: '-06', s23: '-09', s24: '-01'}['s' + substring(span[0], 5, 2)],
              replace(span[0], 'X', '0')) AS begins
ORDER BY begins, r.id
WITH s, t, r.what AS what, collect(r) AS edges,
     head(collect(CASE r.modality WHEN 'denied' THEN null ELSE r.date END)) AS since
UNWIND edges AS r
MATCH (d:Document {id: r.document})
OPTIONAL MATCH (who:Entity {id: r.asserted_by})
RETURN s.name AS supplier, t.name AS recipient, what, since,
       r.date AS date, r.modality AS modality, coalesce(who.name, 'document') AS asserted_by,
       r.quote AS quote, d.title AS title, d.url AS url, d.published_at AS published_at,
       d.id AS document, r.id AS citation
ORDER BY supplier, recipient, what, published_at, citation
LIMIT $limit
