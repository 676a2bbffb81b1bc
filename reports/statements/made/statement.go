package made

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

// header lists the columns of a full dump since 2025-07-01.
var header = []struct {
	name     string
	onlyFull bool
}{
	{name: "uuid"}, {name: "decision_visibility"}, {name: "decision_visibility_other"}, {name: "end_date_visibility_restriction"},
	{name: "decision_monetary"}, {name: "decision_monetary_other"}, {name: "end_date_monetary_restriction"}, {name: "decision_provision"},
	{name: "end_date_service_restriction"}, {name: "decision_account"}, {name: "end_date_account_restriction"}, {name: "account_type"},
	{name: "decision_ground"}, {name: "decision_ground_reference_url"}, {name: "illegal_content_legal_ground"}, {"illegal_content_explanation", true},
	{name: "incompatible_content_ground"}, {"incompatible_content_explanation", true}, {name: "incompatible_content_illegal"}, {name: "category"},
	{name: "category_addition"}, {name: "category_specification"}, {name: "category_specification_other"}, {name: "content_type"}, {name: "content_type_other"},
	{name: "content_language"}, {name: "content_date"}, {name: "content_id_ean"}, {"territorial_scope", true}, {name: "application_date"},
	{"decision_facts", true}, {name: "source_type"}, {name: "source_identity"}, {name: "automated_detection"}, {name: "automated_decision"},
	{name: "platform_name"}, {name: "platform_uid"}, {name: "created_at"},
}

// quirks are texts that trip CSV readers.
var quirks = []string{
	`misses the word \"Caution\" before warning 7.2`, `directive: \"frame-ancestors 'self'.`, `imitates - "\"Icon\"" and "\"Media\""`,
	"bytes that are no UTF-8: \xe6\x97 end", `ends with a backslash \`, `a lone \",\" between, then "quoted"`, `a literal \n and \\"`, strings.Repeat("long ", 14_000),
}

// A maker writes statements.
type maker struct {
	Dump
	day     time.Time
	random  *rand.Rand
	columns []string
	kinds   []kind
	current int // the kind of the run
	left    int // statements of it that are still to come
	made    int
	truth   *Truth
}

func (m *maker) header(b *bytes.Buffer) { b.WriteString(strings.Join(m.columns, ",")) }

// statement writes the next statement and counts it.
func (m *maker) statement(b *bytes.Buffer) {
	if m.left == 0 {
		// Kind n is about half as frequent as kind n/2.
		m.current = int(float64(len(m.kinds)) * m.random.Float64() * m.random.Float64() * m.random.Float64())
		m.left = 1 + int(m.random.ExpFloat64()*float64(or(m.Run, 60)-1))
	}
	m.left--
	k := &m.kinds[m.current]
	own := m.own()
	for i, column := range m.columns {
		if i > 0 {
			b.WriteByte(',')
		}
		text, ok := own[column]
		if !ok {
			text = k.cells[column]
		}
		put(b, text)
	}
	m.made++
	m.count(k)
}

// own makes the cells that each statement has a value of its own in.
func (m *maker) own() map[string]string {
	n := m.made
	if m.Twice > 0 && n >= m.Rows-m.Twice {
		n -= m.Rows - m.Twice
	}
	own := map[string]string{
		"uuid":             uuid(m.Seed, uint64(n)),
		"content_date":     m.day.AddDate(0, 0, -1-m.random.IntN(30)).Format(time.DateTime),
		"application_date": m.day.AddDate(0, 0, -m.random.IntN(2)).Format(time.DateTime),
		"platform_uid":     fmt.Sprintf("%08x-%d", m.current*2654435761, m.random.Int64N(1e15)),
		"created_at":       m.day.Add(time.Duration(float64(m.made) / float64(m.Rows) * 86399e9)).Format(time.DateTime),
	}
	if m.random.Float64() < m.Quirks {
		column := "incompatible_content_ground"
		if !m.Light && m.random.IntN(2) == 0 {
			column = "decision_facts"
		}
		own[column] = quirks[m.random.IntN(len(quirks))]
	}
	return own
}

// uuid makes the n-th UUID.
func uuid(seed, n uint64) string {
	r := rand.NewPCG(seed, n)
	r.Uint64()
	a, b := r.Uint64(), r.Uint64()
	return fmt.Sprintf("%08x-%04x-4%03x-a%03x-%012x", a>>32, a>>16&0xffff, a&0xfff, b>>48&0xfff, b&(1<<48-1))
}

// put writes a field as PHP's fputcsv does: it doubles a quote, but not where
// a backslash stands before it.
func put(b *bytes.Buffer, s string) {
	if !strings.ContainsAny(s, ",\"\\\n\r\t ") {
		b.WriteString(s)
		return
	}
	b.WriteByte('"')
	for i := 0; i < len(s); i++ {
		if s[i] == '"' && (i == 0 || s[i-1] != '\\') {
			b.WriteByte('"')
		}
		b.WriteByte(s[i])
	}
	b.WriteByte('"')
}

// count counts a statement as a reader must.
func (m *maker) count(k *kind) {
	m.truth.Decisions[k.decision]++
	for i, table := range []map[Detail]int64{m.truth.Keywords, m.truth.ContentTypes, m.truth.Languages} {
		for _, v := range k.details[i] {
			table[Detail{k.decision.Service, k.decision.Category, v}]++
		}
		if len(k.details[i]) == 0 {
			table[Detail{k.decision.Service, k.decision.Category, ""}]++
		}
	}
}
