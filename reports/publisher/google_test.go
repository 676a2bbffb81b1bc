package publisher

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"vitrine/reports"
)

// zipped packs texts as files of one archive, by their names in it.
func zipped(t *testing.T, names []string, texts map[string]string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range names {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(texts[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func sample(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// figuresOf lists the figures of a reading as "measure period split value".
func figuresOf(r reports.Reading) []string {
	var list []string
	for _, f := range r.Figures {
		text := fmt.Sprintf("%s %s %s %v", f.Measure, f.Period, describeSplit(f), f.Value)
		if f.HasRange {
			text += fmt.Sprintf(" %v–%v", f.Low, f.High)
		}
		list = append(list, text)
	}
	return list
}

func wantLines(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s:\n%s\nwant:\n%s", what, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// The zips are read as one source: the README is no table, and the list of
// letters beside the figures is no loss.
func TestGoogleZips(t *testing.T) {
	const folder, past = "google-government-removals/", "google-government-removals/historical/"
	const readme = "google-government-removal-requests.csv\n\nThis file contains the requests by country\nand by product.\n\n\nhistorical-folder\n\nThe format used until then, for\ncomparison.\n"
	letters := "National Security Letter (NSL) number,NSL issue date,FBI release letter date\nNSL-19-494513,2019-09-10,2022-01-06\n"
	for _, test := range []struct {
		what    string
		names   []string
		formats string
	}{
		{"removals", []string{folder + "README.txt", folder + "google_removals_2023.csv", folder + "google_removals_detailed.csv",
			past + "google_removals_history.csv", past + "google_removals_reasons.csv"},
			"Google, removal requests; Google, removal requests, detailed; Google, removal requests until 2019; Google, removal requests until 2019, by product and reason"},
		{"user data", []string{"google_user_data.csv", "google_cloud.csv", "google_diplomatic.csv", "google_cloud_diplomatic.csv",
			"google_fisa_non_content.csv", "google_nsl.csv", "google-usnationalsecurity-nsl-requests-released.csv", "README.txt"},
			"Google, user data requests; Google, Enterprise Cloud requests; Google, diplomatic legal requests; " +
				"Google, Enterprise Cloud diplomatic legal requests; Google, US national security requests"},
	} {
		texts := map[string]string{"google-usnationalsecurity-nsl-requests-released.csv": letters}
		for _, name := range test.names {
			if base := name[strings.LastIndexByte(name, '/')+1:]; strings.HasPrefix(base, "google_") {
				texts[name] = sample(t, base)
			} else if base == "README.txt" {
				texts[name] = readme
			}
		}
		r, err := readText(t, "export.zip", zipped(t, test.names, texts))
		if err != nil {
			t.Fatal(err)
		}
		if r.Format != test.formats || len(r.Problems) > 0 {
			t.Errorf("%s: recognised as %s, problems %v", test.what, r.Format, r.Problems)
		}
	}
}

// Exports in other languages have the same columns in the same places.
func TestGoogleInOtherLanguages(t *testing.T) {
	reasons := "Período que termina em,País,Código de território CLDR,Produto,Motivo,Ordens judiciais,\"Executivo, polícia etc.\",Itens a remover\n" +
		"12/31/2012,Brasil,BR,orkut,Difamação,3,1,9\n12/31/2012,Namíbia,NA,Pesquisa na Web,Razão nova,0,1,2\n"
	r, err := readText(t, "relatorio.csv", reasons)
	if err != nil {
		t.Fatal(err)
	}
	wantLines(t, r.Format, figuresOf(r),
		"removal requests received 2012-H2 service=orkut area=BR category=Defamation trigger=Court Orders 3",
		"removal requests received 2012-H2 service=orkut area=BR category=Defamation trigger=Executive, Police, etc. 1",
		"items named in requests 2012-H2 service=orkut area=BR category=Defamation 9",
		"removal requests received 2012-H2 service=Web Search area=NA category=Razão nova trigger=Court Orders 0",
		"removal requests received 2012-H2 service=Web Search area=NA category=Razão nova trigger=Executive, Police, etc. 1",
		"items named in requests 2012-H2 service=Web Search area=NA category=Razão nova 2")

	all := "Ende des Zeitraums,Land,CLDR-Gebietscode,Alle: Anfragen,Alle: %,Alle: Elemente,Gerichte: Anfragen,Gerichte: %,Gerichte: Elemente,Andere: Anfragen,Andere: %,Andere: Elemente\n" +
		"30.06.2013,Türkei,TR,10,50,30,4,25,9,6,67,21\n"
	if r, err = readText(t, "export.csv", all); err != nil {
		t.Fatal(err)
	}
	wantLines(t, r.Format, figuresOf(r),
		"removal requests received 2013-H1 area=TR 10", "items named in requests 2013-H1 area=TR 30", "share of demands complied with 2013-H1 area=TR 50 49.5–50.5",
		"removal requests received 2013-H1 area=TR trigger=Court Orders 4", "items named in requests 2013-H1 area=TR trigger=Court Orders 9",
		"share of demands complied with 2013-H1 area=TR trigger=Court Orders 25 24.5–25.5",
		"removal requests received 2013-H1 area=TR trigger=Executive, Police, etc. 6", "items named in requests 2013-H1 area=TR trigger=Executive, Police, etc. 21",
		"share of demands complied with 2013-H1 area=TR trigger=Executive, Police, etc. 67 66.5–67.5")

	users := "Fin de période,Pays,Code CLDR,Procédure,Demandes,Pourcentage,Comptes\n06/30/2014,Albanie,AL,Tous,6,33,7\n"
	if r, err = readText(t, "export.csv", users); err != nil {
		t.Fatal(err)
	}
	wantLines(t, r.Format, figuresOf(r), "share of demands answered with data 2014-H1 area=AL 33 32.5–33.5",
		"information requests received 2014-H1 area=AL ground=(not stated) 6", "accounts named in information requests 2014-H1 area=AL ground=(not stated) 7")
}

func TestGoogleNewColumn(t *testing.T) {
	r, err := readText(t, "export.csv", "Period Ending,Country/Region,CLDR Territory Code,Product,Reason,Total,Items\n2026-06-30,France,FR,YouTube,Fraud,3,9\n")
	if err != nil {
		t.Fatal(err)
	}
	wantLines(t, "figures", figuresOf(r), "removal requests received 2026-H1 service=YouTube area=FR category=Fraud 3")
	wantLines(t, "problems", problemTexts(r), `export.csv › row 1 › column G: Google, removal requests, detailed does not know the column "Items": it was not read`)
}

func TestGoogleRefused(t *testing.T) {
	const ranges = "Reporting period ending date,Number of requests (range MIN),Number of requests (range MAX),Number of accounts (range MIN),Number of accounts (range MAX)\n2020-06-30,0,499,500,999\n"
	const letters = "National Security Letter (NSL) number,NSL issue date,FBI release letter date\nNSL-19-494513,2019-09-10,2022-01-06\n"
	const copyright = "Request ID,Domain,URLs removed,URLs that were not in Google's search index,URLs for which we took no action,URLs pending review,From Abuser\n1,example.org,2,0,0,0,false\n"
	for name, test := range map[string]struct{ file, text, want string }{
		"ranges under another name": {"export.csv", ranges, "export.csv: the name that Google gave this file says"},
		"letters":                   {"export.csv", letters, "export.csv: a list of National Security Letters"},
		"copyright":                 {"domains.csv", copyright, "domains.csv: Google's copyright removals from Search are a row a request"},
	} {
		if _, err := readText(t, test.file, test.text); err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if _, err := readText(t, "google-usnationalsecurity-fisa-content-requests (1).csv", ranges); err != nil {
		t.Errorf("a browser's second download: %v", err)
	}
}

// A localised export is known by its words, wherever its columns stand; where
// its words are not known, by its places, if nothing tells otherwise. A table
// of requests to remove content never passes for one of requests for data.
func TestGoogleColumnsOfOtherLanguages(t *testing.T) {
	for name, test := range map[string]struct {
		header string
		want   string // the format; "": none
	}{
		"reversed":        {"Elementos cuya eliminación se ha solicitado,Poder ejecutivo,Órdenes judiciales,Motivo,Producto,Código de territorio CLDR,País,Fin del periodo", "Google, removal requests until 2019, by product and reason"},
		"a new column":    {"Ende des Zeitraums,Land,CLDR-Gebietscode,Produkt,Grund,Gerichtsbeschlüsse,Exekutive und Polizei,Zu entfernende Elemente,Neue Spalte", "Google, removal requests until 2019, by product and reason"},
		"without reasons": {"Fine del periodo,Paese,Codice del territorio CLDR,Prodotto,Ordini del tribunale,Potere esecutivo,Elementi da rimuovere", "Google, removal requests until 2012, by product"},
		"without courts":  {"Fin de la période,Pays,Code du territoire CLDR,Produit,Motif,\"Pouvoir exécutif, police, etc.\",Éléments dont la suppression a été demandée", ""},
		"users":           {"Fin del periodo,País,Código CLDR,Procedimiento legal,Solicitudes de datos,Porcentaje,Cuentas", "Google, user data requests"},
		"users, reversed": {"Konten,Prozentsatz,Anfragen nach Nutzerdaten,Rechtsverfahren,CLDR-Code,Land,Zeitraum", "Google, user data requests"},
		"of 2011":         {"Fin de la période,Pays,Code CLDR,Demandes de suppression,Pourcentage,Éléments à supprimer", ""},
		"no known words":  {"期間終了日,国,CLDR 地域コード,プロダクト,理由,裁判所命令,行政機関,削除リクエスト数", "Google, removal requests until 2019, by product and reason"},
		"shares moved":    {"期間終了日,国,CLDR 地域コード,請求者,件数,項目,% A,% B,% C,% D,% E,% F", ""},
	} {
		row := strings.Split(test.header, ",")
		for i, text := range row {
			switch text = foldHeader(text); {
			case strings.Contains(text, "cldr"):
				row[i] = "FR"
			case hasStem(text, "zeitraum|fin d|fine d|期間"):
				row[i] = "12/31/2012"
			default:
				row[i] = "7"
			}
		}
		r, err := readText(t, "export.csv", test.header+"\n"+strings.Join(row, ",")+"\n")
		if got := r.Format; got != test.want || err != nil && test.want != "" {
			t.Errorf("%s: read as %q, %v, want %q", name, got, err, test.want)
		}
	}
}
