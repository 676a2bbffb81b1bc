package publisher

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"

	"vitrine/reports/sheet"
)

// A strange is a table that no reader knows, and what it means.
type strange struct {
	name, file, text string
	columns          []string // "header: kind" with "= measure" and more
	head             string   // what is proposed beside the columns
	figures          []string // some of those read
	count            int
	asks             []string // what the proposal leaves to the user, beside the publisher
}

// stranges are tables as publishers might have them, in several languages and
// layouts.
var stranges = []strange{
	{
		name: "German, semicolons, 1.234,5, a title and a total",
		file: "loeschungen_2024.csv",
		text: "Gelöschte Inhalte nach Land\n\nMonat;Land;Kategorie;Anzahl\n" +
			"Januar 2024;Deutschland;Spam;1.234\nJanuar 2024;Frankreich;Spam;12.345\nJanuar 2024;Gesamt;Spam;13.579\n" +
			"März 2024;Deutschland;Betrug;1.000.000\nMärz 2024;Frankreich;Betrug;2\nMärz 2024;Gesamt;Betrug;1.000.002\nQuelle: Beispiel\n",
		columns: []string{"Monat: period", "Land: area", "Kategorie: category", "Anzahl: value = content removed"},
		head:    "numbers 1.234,5, complete area",
		figures: []string{"content removed | 2024-01 | area=DE category=Spam | 1234", "content removed | 2024-03 | category=Betrug | 1.000002e+06"},
		count:   6,
	},
	{
		name: "a share in a German compound, half-years, tabs",
		file: "halbjahr.csv",
		text: "Zeitraum\tLand\tGrund\tAnzahl Meldungen\tGelöschte Beiträge\tLöschquote\n" +
			"1. Halbjahr 2021\tDeutschland\tBeleidigung\t12.345\t3.456\t28,0 %\n2. Halbjahr 2021\tÖsterreich\tBeleidigung\t77\t11\t14,3 %\n",
		columns: []string{"Zeitraum: period", "Land: area", "Grund: category", "Anzahl Meldungen: value = Anzahl Meldungen",
			"Gelöschte Beiträge: value = content removed", "Löschquote: value = Löschquote"},
		head:    "numbers 1.234,5",
		figures: []string{"content removed | 2021-H1 | area=DE category=Beleidigung | 3456", "Löschquote | 2021-H2 | area=AT category=Beleidigung | 14.3"},
		count:   6,
	},
	{
		name:    "wide by month, Spanish, a total column and a total row",
		file:    "retiradas.csv",
		text:    "País,enero de 2024,febrero de 2024,marzo de 2024,Total\nEspaña,10,20,30,60\nMéxico,1,2,3,6\nTotal,11,22,33,66\n",
		columns: []string{"País: area", "Total: ignored", "{period}: value = retiradas"},
		head:    "complete area",
		figures: []string{"retiradas | 2024-02 | area=MX | 2", "retiradas | 2024-03 | all | 33"},
		count:   9,
	},
	{
		name:    "two header rows, measures above half-years, tabs",
		file:    "requests.tsv",
		text:    "\tRequests received\t\tRequests complied with\t\nCountry\tH1 2023\tH2 2023\tH1 2023\tH2 2023\nFrance\t1,200\t1,300\t600\t700\nKenya\t5\t7\t<5\t0\n",
		columns: []string{"Country: area", "Requests received {period}: value = Requests received", "Requests complied with {period}: value = Requests complied with"},
		figures: []string{"Requests received | 2023-H1 | area=FR | 1200", "Requests complied with | 2023-H1 | area=KE | NaN (0 to 4), withheld"},
		count:   8,
	},
	{
		name: "ISO codes beside names, first and last day, bars, French",
		file: "signalements.txt",
		text: "Début|Fin|Code pays|Pays|Plateforme|Motif|Contenus retirés|Demandes reçues\n" +
			"01/01/2024|30/06/2024|FR|France|Vidéo|Haine|1 234|20\n01/01/2024|30/06/2024|NA|Namibie|Vidéo|Haine|12|1\n01/07/2024|31/12/2024|FR|France|Vidéo|Haine|2 000|30\n",
		columns: []string{"Début: from", "Fin: to", "Code pays: ignored", "Pays: area", "Plateforme: service", "Motif: category",
			"Contenus retirés: value = content removed", "Demandes reçues: value = Demandes reçues"},
		head:    "numbers 1 234,5, days day first",
		figures: []string{"content removed | 2024-H1 | service=Vidéo area=FR category=Haine | 1234", "Demandes reçues | 2024-H1 | service=Vidéo area=NA category=Haine | 1"},
		count:   6,
	},
	{
		name:    "long with a column of measures, ISO-2 and quarters, Italian",
		file:    "dati.csv",
		text:    "Anno;Trimestre;Codice ISO;Indicatore;Valore\n2024;1;IT;Video rimossi;1.500,0\n2024;1;NA;Video rimossi;3\n2024;2;IT;Tasso di ricorsi;12,5\n",
		columns: []string{"Anno: year", "Trimestre: quarter", "Codice ISO: area code", "Indicatore: measure", "Valore: value"},
		head:    "numbers 1.234,5",
		figures: []string{"videos removed | 2024-Q1 | area=IT | 1500", "videos removed | 2024-Q1 | area=NA | 3", "Tasso di ricorsi | 2024-Q2 | area=IT | 12.5"},
		count:   3,
	},
	{
		name:    "months across, years down, Portuguese",
		file:    "contas.csv",
		text:    "Contas suspensas\nAno;Jan;Fev;Mar;Abr;Mai;Jun;Jul;Ago;Set;Out;Nov;Dez\n2023;1;2;3;4;5;6;7;8;9;10;11;12\n2024;13;14;15;16;17;18;19;20;21;22;23;24\n",
		columns: []string{"Ano: year", "{month}: value = accounts suspended"},
		figures: []string{"accounts suspended | 2023-02 | all | 2", "accounts suspended | 2024-12 | all | 24"},
		count:   24,
	},
	{
		name:    "categories across, with their total",
		file:    "q.csv",
		text:    "Videos removed by category\nQuarter,Total,Spam,Terrorism,Hate speech\n2024 Q1,60,10,20,30\n2024 Q2,63,11,21,31\n",
		columns: []string{"Quarter: period", "Total: value = videos removed", "Spam: value = videos removed, category Spam", "Terrorism: value = videos removed, category Terrorism", "Hate speech: value = videos removed, category Hate speech"},
		head:    "complete category",
		figures: []string{"videos removed | 2024-Q1 | category=Spam | 10", "videos removed | 2024-Q2 | all | 63"},
		count:   8,
	},
	{
		name:    "days that could be two, parts that could be measures",
		file:    "daily.csv",
		text:    "Date,Flagged by people,Flagged by software\n3/4/2017,10,20\n4/4/2017,11,21\n5/4/2017,12,22\n",
		columns: []string{"Date: period", "Flagged by people: value = Flagged by people", "Flagged by software: value = Flagged by software"},
		head:    "days day first",
		asks:    []string{"whether the day or the month comes first", `what the column "Flagged by people" is`, `what the column "Flagged by software" is`},
		figures: []string{"Flagged by people | 2017-04-03 | all | 10"},
		count:   6,
	},
	{
		name:    "countries across, no header over the years",
		file:    "accounts.csv",
		text:    "Accounts suspended,,,\n,Germany,France,Worldwide\n2022,100,200,350\n2023,110,210,360\n",
		columns: []string{"(column A): period", "{area}: value = accounts suspended"},
		figures: []string{"accounts suspended | 2022 | area=DE | 100", "accounts suspended | 2023 | all | 360"},
		count:   6,
	},
	{
		name: "two last days of half-years, which may stand for them",
		file: "halves.csv",
		text: "Report Date,Country,Items Removed,Appeals Received\n06/30/2023,United States,\"1,250,000\",\"32,100\"\n" +
			"06/30/2023,Canada,\"98,000\",\"2,100\"\n12/31/2023,United States,\"1,310,000\",\"30,900\"\n",
		columns: []string{"Report Date: period, half", "Country: area", "Items Removed: value = content removed", "Appeals Received: value = appeals received"},
		asks:    []string{`what a day of the column "Report Date" stands for`},
		figures: []string{"content removed | 2023-H1 | area=US | 1.25e+06", "appeals received | 2023-H2 | area=US | 30900"},
		count:   6,
	},
	{
		name: "quarters with a stroke",
		file: "auskunft.tsv",
		text: "Quartal\tStaat\tRechtsgrundlage\tEingegangene Ersuchen\nQ1/2023\tDeutschland\tStrafprozessordnung\t1.204\n" +
			"Q2/2023\tDeutschland\tStrafprozessordnung\t1.310\nQ2/2023\tSchweiz\tRechtshilfe\t12\n",
		columns: []string{"Quartal: period", "Staat: area", "Rechtsgrundlage: ground", "Eingegangene Ersuchen: value = Eingegangene Ersuchen"},
		head:    "numbers 1.234,5",
		figures: []string{"Eingegangene Ersuchen | 2023-Q1 | area=DE ground=Strafprozessordnung | 1204"},
		count:   3,
	},
	{
		name: "period in the title, a column that says nothing, a share",
		file: "report.csv",
		text: "Complaints under the network act,,,\nReporting period: January to June 2023,,,\nReason,Channel,Complaints,Removal rate\n" +
			"Insult,Form,\"1,024\",12.5%\nThreat,Mail,98,50%\nTotal,Form,\"2,000\",13%\n",
		columns: []string{"Reason: category", "Channel: facet", "Complaints: value = Complaints", "Removal rate: value = Removal rate"},
		head:    "period title",
		asks:    []string{`what the column "Channel" is`},
		figures: []string{"Complaints | 2023-H1 | category=Insult facet=Channel: Form | 1024", "Removal rate | 2023-H1 | category=Threat facet=Channel: Mail | 50"},
		count:   6,
	},
}

// bookOf opens a text as a file of a name.
func bookOf(t testing.TB, name, text string) *sheet.Book {
	t.Helper()
	book, err := sheet.Open(context.Background(), name, strings.NewReader(text), int64(len(text)))
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// columnText writes what a mapping says of a column.
func columnText(c MappedColumn) string {
	text := c.Header + ": " + c.Is
	if c.Measure != "" {
		text += " = " + c.Measure
	}
	for dim, value := range c.Part {
		text += ", " + dim + " " + value
	}
	for _, more := range []string{c.Every, c.Empty} {
		if more != "" {
			text += ", " + more
		}
	}
	return text
}

// headText writes what a mapping says beside its columns.
func headText(m Mapping) string {
	var parts []string
	for _, part := range []struct{ key, value string }{
		{"numbers", m.Numbers}, {"days", m.Days}, {"period", m.Period}, {"complete", strings.Join(m.Complete, " ")},
	} {
		if part.value != "" {
			parts = append(parts, part.key+" "+part.value)
		}
	}
	return strings.Join(parts, ", ")
}

// answer writes the truth in the place of everything that is asked.
func (s strange) answer(m Mapping) Mapping {
	m.Publisher = "Somebody"
	if m.Days == Ask {
		m.Days = "day first"
	}
	for i := range m.Columns {
		c := &m.Columns[i]
		if c.Every == Ask {
			c.Every = "half"
		}
		if c.Is != Ask {
			continue
		}
		for _, truth := range s.columns {
			if rest, ok := strings.CutPrefix(truth, c.Header+": "); ok {
				c.Is, c.Measure, _ = strings.Cut(rest, " = ")
			}
		}
	}
	return m
}

func TestProposals(t *testing.T) {
	right := 0
	for _, s := range stranges {
		t.Run(s.name, func(t *testing.T) {
			book := bookOf(t, s.file, s.text)
			m, err := Propose(context.Background(), book)
			if err != nil {
				t.Fatal(err)
			}
			if asks := m.Asks()[1:]; !slices.Equal(asks, s.asks) {
				t.Errorf("asks %q, want %q", asks, s.asks)
			}
			if _, err := m.Format(); err == nil || !strings.Contains(err.Error(), "asks who the publisher is") {
				t.Errorf("with open questions: %v", err)
			}
			if len(s.asks) == 0 {
				right++
			}
			m = s.answer(m)
			var columns []string
			for _, c := range m.Columns {
				columns = append(columns, columnText(c))
			}
			if !slices.Equal(columns, s.columns) {
				t.Errorf("columns %q, want %q", columns, s.columns)
			}
			if head := headText(m); head != s.head {
				t.Errorf("proposed %q, want %q", head, s.head)
			}
			s.check(t, m, book)
		})
	}
	if right != len(stranges)-3 {
		t.Errorf("%d of %d are right unaided", right, len(stranges))
	}
}

// check reads the table by its mapping, after that has been written and read.
func (s strange) check(t *testing.T, m Mapping, book *sheet.Book) {
	m, err := ParseMapping("mapping.toml", m.TOML())
	if err != nil {
		t.Fatal(err)
	}
	r, err := ReadWith(context.Background(), book, s.file, Options{Kept: []Mapping{m}})
	if err != nil {
		t.Fatal(err)
	}
	sensible(t, r)
	if len(r.Figures) != s.count || len(r.Problems) > 0 {
		t.Errorf("%d figures, want %d; %v", len(r.Figures), s.count, r.Problems)
	}
	var lines []string
	for _, f := range r.Figures {
		_, line, _ := strings.Cut(describeFigure(f), " | ")
		line, _, _ = strings.Cut(line, " | "+s.file)
		lines = append(lines, line)
	}
	for _, want := range s.figures {
		if !slices.Contains(lines, want) {
			t.Errorf("no figure %q among %q", want, lines)
		}
	}
}

// bookOrNone opens bytes as a book; nil if they are none.
func bookOrNone(text []byte) *sheet.Book {
	book, err := sheet.Open(context.Background(), "t.csv", bytes.NewReader(text), int64(len(text)))
	if err != nil {
		return nil
	}
	return book
}

func TestUnitNamed(t *testing.T) {
	for name, want := range map[string]string{
		"Délai médian (heures)": "hours", "Median time, days": "days", "Löschquote": "%", "% atendidas": "%", "Taux de retrait": "%",
		"Median": "", "Posts removed": "", "Rate of removal within 24 hours": "%",
	} {
		if got := unitNamed(name); got != want {
			t.Errorf("the unit of %q is %q, want %q", name, got, want)
		}
	}
}
