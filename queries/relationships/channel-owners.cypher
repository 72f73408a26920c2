// Who runs or owns a channel
//
// People and bodies that documents name as running, editing or owning channels, outlets and blogs,
// of one channel, of one owner, or all. It does not prove who pays or gives orders: owners on
// paper, administrators and authors are different people, and a channel without a row is not
// independent, only unexplained here.
//
// @id channel-owners
// @param channel string null The channel: id, name, alias or handle; all when left out
// @param owner string null The owner or administrator: id, name or alias; anybody when left out
// @param limit integer 50 500 Rows at most
// @column owner string Name of the one who runs or owns it
// @column owner_id string Their id
// @column relationship string RUNS or OWNS
// @column channel string Name of the channel
// @column channel_id string Its id
// @column anonymous boolean Whether no document names the channel
// @column date date When what is said took place or holds, EDTF
// @column modality string asserted, denied, alleged or hypothetical
// @column asserted_by string Who says so; the document itself where its narrator does
// @column quote string The sentence it rests on
// @column title string Title of the document
// @column url string Address of the document
// @column published_at date When the document was published
// @column document string Id of the document
// @column citation string Id of the citation, to verify it
// @example {"channel": "Dniester Post"}
MATCH (s:Entity)-[r:RUNS|OWNS]->(c:Channel)
WHERE ($channel IS NULL OR c.id = $channel OR toLower(c.name) = toLower($channel)
       OR toLower(c.handle) = toLower($channel)
       OR any(alias IN c.aliases WHERE toLower(alias) = toLower($channel)))
  AND ($owner IS NULL OR s.id = $owner OR toLower(s.name) = toLower($owner)
       OR any(alias IN s.aliases WHERE toLower(alias) = toLower($owner)))
MATCH (d:Document {id: r.document})
OPTIONAL MATCH (who:Entity {id: r.asserted_by})
RETURN s.name AS owner, s.id AS owner_id, type(r) AS relationship,
       c.name AS channel, c.id AS channel_id, coalesce(c.anonymous, false) AS anonymous,
       r.date AS date, r.modality AS modality, coalesce(who.name, 'document') AS asserted_by,
       r.quote AS quote, d.title AS title, d.url AS url, d.published_at AS published_at,
       d.id AS document, r.id AS citation
ORDER BY channel, channel_id, owner, relationship, published_at, citation
LIMIT $limit
