package reports

import (
	"flag"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the table of kinds in docs/record.md")

const recordPage = "../docs/record.md"

// kindRow is the row of a kind of tables in docs/record.md.
func kindRow(k RecordKind) string {
	rows := map[RecordKind]string{
		AnswerRecord: "a number of the answer", BehindRecord: "a figure behind the answer", FiguresRecord: "a figure that matches the question",
		ComparisonRecord: "an item, and the whole last", RevisionsRecord: "a revision", RevisionCountRecord: "a count",
	}
	code := func(names []string) string { return "`" + strings.Join(names, "`, `") + "`" }
	return fmt.Sprintf("| `%s` | %s | %s | %s |\n", k, rows[k], code(k.about()), code(recordSays[k]))
}

// TestRecordIsDocumented holds docs/record.md to the form: each field has its
// row, and each kind of table its columns.
func TestRecordIsDocumented(t *testing.T) {
	b, err := os.ReadFile(recordPage)
	if err != nil {
		t.Fatal(err)
	}
	page := string(b)
	const begins, ends = "| kind | rows | about | says |\n|---|---|---|---|\n", "\n## Checksums\n"
	head, rest, found := strings.Cut(page, begins)
	_, tail, ended := strings.Cut(rest, ends)
	if !found || !ended {
		t.Fatal("docs/record.md has no table of kinds, or no section on checksums")
	}
	want := head + begins
	for _, k := range RecordKinds() {
		want += kindRow(k)
	}
	want += ends + tail
	if *update {
		if err := os.WriteFile(recordPage, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		page = want
	}
	if page != want {
		t.Error("docs/record.md has other kinds of tables than the code; go test ./reports -run Documented -update writes them")
	}
	for _, part := range []any{AuditRecord{}, RecordedSource{}, RecordedTable{}, RecordedSheet{}} {
		for i := range reflect.TypeOf(part).NumField() {
			name, _, _ := strings.Cut(reflect.TypeOf(part).Field(i).Tag.Get("json"), ",")
			if !strings.Contains(page, "`"+name+"`") {
				t.Errorf("docs/record.md does not say what %s is", name)
			}
		}
	}
}
