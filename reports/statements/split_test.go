package statements

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const fullHeader = "uuid,decision_visibility,decision_visibility_other,end_date_visibility_restriction,decision_monetary,decision_monetary_other,end_date_monetary_restriction,decision_provision,end_date_service_restriction,decision_account,end_date_account_restriction,account_type,decision_ground,decision_ground_reference_url,illegal_content_legal_ground,illegal_content_explanation,incompatible_content_ground,incompatible_content_explanation,incompatible_content_illegal,category,category_addition,category_specification,category_specification_other,content_type,content_type_other,content_language,content_date,content_id_ean,territorial_scope,application_date,decision_facts,source_type,source_identity,automated_detection,automated_decision,platform_name,platform_uid,created_at"

func fullLayout(t testing.TB) *layout {
	l, ok := readLayout([]byte(fullHeader))
	if !ok {
		t.Fatal("the header is not taken for a dump's")
	}
	return l
}

// statement writes a full row whose ground and facts are as PHP quotes them.
func statement(ground, facts string) string {
	return `24260a30-3eae-4cf1-8292-03655fc6a3c7,"[""DECISION_VISIBILITY_CONTENT_REMOVED""]",,,,,,,,,,,DECISION_GROUND_INCOMPATIBLE_CONTENT,,,,` + ground +
		`,"it breaks, as it were, ""our"" rules",No,STATEMENT_CATEGORY_SCAMS_AND_FRAUD,,"[""KEYWORD_PHISHING""]",,"[""CONTENT_TYPE_TEXT""]",,EN,"2025-07-30 00:00:00",,"[""DE"",""FR""]","2025-08-01 00:00:00",` +
		facts + `,SOURCE_VOLUNTARY,,Yes,AUTOMATED_DECISION_FULLY,"Sahibinden ""EU"", Ltd",1234-5,"2025-08-01 12:00:00"`
}

func TestQuotesThatPHPDoesNotDouble(t *testing.T) {
	l := fullLayout(t)
	for quoted, want := range map[string]string{
		`plain`:                            `plain`,
		``:                                 ``,
		`"with ""quotes"" "`:               `with "quotes" `,
		`"misses \"Caution\" before"`:      `misses \"Caution\" before`,
		`"ends with a backslash \"`:        `ends with a backslash \`,
		`"ends with a quote \""`:           `ends with a quote \"`,
		`"""\"Icon\""" and ""\"Media\""""`: `"\"Icon\"" and "\"Media\""`,
		`"a lone \",\" between, then ""quoted"""`: `a lone \",\" between, then "quoted"`,
		`"no UTF-` + "8: \xe6\x97 end" + `"`:      "no UTF-8: \ufffd end",
		`"\"`:                                     `\`,
		`"\\"`:                                    `\\`,
		`"all \"",\"" \",,"`:                      `all \"",\"" \",,`,
		`"a literal \n"`:                          `a literal \n`,
		`"path C:\ \""doubled\"" by another"`:     `path C:\ \""doubled\"" by another`,
	} {
		for _, line := range []string{statement(quoted, "facts"), statement("ground", quoted), statement(quoted, quoted)} {
			var e ends
			if !l.read([]byte(line), &e) {
				t.Errorf("%s is rejected", quoted)
				continue
			}
			got := map[string]string{}
			for i, name := range l.names {
				got[name] = decode(string(e.field([]byte(line), i)))
			}
			if g, f := got["incompatible_content_ground"], got["decision_facts"]; g != want && f != want {
				t.Errorf("%s is read as %q and %q", quoted, g, f)
			}
			if got["platform_name"] != `Sahibinden "EU", Ltd` || got["created_at"] != "2025-08-01 12:00:00" || got["category_specification"] != `["KEYWORD_PHISHING"]` {
				t.Errorf("beside %s is %v", quoted, got)
			}
		}
	}
}

func TestLinesThatAreNoStatements(t *testing.T) {
	l := fullLayout(t)
	good := statement("ground", "facts")
	for what, line := range map[string]string{
		"cut":              good[:400],
		"a field short":    strings.Replace(good, ",,,", ",,", 1),
		"a field too many": strings.Replace(good, ",,,", ",,,,", 1),
		"no UUID":          "x" + good[1:],
		"no time":          strings.Replace(good, "12:00:00", "noon", 1),
		"unclosed":         statement(`"ground`, "facts"),
	} {
		var e ends
		if l.read([]byte(line), &e) {
			t.Errorf("%s: %s is read", what, line)
		}
	}
}

// TestMalformedRowsAreReadRight reads the rows on which CSV readers fail.
func TestMalformedRowsAreReadRight(t *testing.T) {
	path := filepath.Join("..", "..", "..", "shared", "data", "dsa", "tdb-dumps", "malformed_rows.csv")
	if _, err := os.Stat(path); err != nil {
		path = filepath.Join("..", path)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Skipf("the real rows are not here: %v", err)
	}
	lines := bytes.Split(bytes.TrimSpace(content), newline)
	l, ok := readLayout(lines[0])
	if !ok {
		t.Fatal("the header is not taken for a dump's")
	}
	endings := []string{`- "\"Free\""        - "\Title\"`, `file "`, `- "\"Media\""`, `\"frame-ancestors 'self'."`}
	for i, line := range lines[1:] {
		var e ends
		if !l.read(line, &e) {
			t.Errorf("row %d is rejected", i+1)
			continue
		}
		for c, name := range l.names {
			text := decode(string(e.field(line, c)))
			switch {
			case !l.shapes[c].fits(e.field(line, c)):
				t.Errorf("row %d: %s is %s", i+1, name, text)
			case name == "incompatible_content_ground" && !strings.HasSuffix(text, endings[i]):
				t.Errorf("row %d: the ground ends %q", i+1, text[len(text)-40:])
			case name == "incompatible_content_explanation" && !strings.HasSuffix(text, ">") && !strings.HasSuffix(text, "#content_policies>"):
				t.Errorf("row %d: the explanation ends %q", i+1, text[len(text)-40:])
			case name == "decision_facts" && !strings.HasPrefix(text, "When reviewing content or accounts"):
				t.Errorf("row %d: the facts are %q", i+1, text)
			case name == "platform_name" && text != "Chrome Web Store":
				t.Errorf("row %d: the platform is %q", i+1, text)
			}
		}
	}
}
