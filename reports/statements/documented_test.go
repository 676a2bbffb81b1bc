package statements

import (
	"cmp"
	"os"
	"strings"
	"testing"

	"vitrine/reports"
)

const allColumns = "uuid,decision_visibility,decision_visibility_other,end_date_visibility_restriction,decision_monetary,decision_monetary_other," +
	"end_date_monetary_restriction,decision_provision,end_date_service_restriction,decision_account,end_date_account_restriction,account_type," +
	"decision_ground,decision_ground_reference_url,illegal_content_legal_ground,illegal_content_explanation,incompatible_content_ground," +
	"incompatible_content_explanation,incompatible_content_illegal,category,category_addition,category_specification,category_specification_other," +
	"content_type,content_type_other,content_language,content_date,content_id_ean,territorial_scope,application_date,decision_facts,source_type," +
	"source_identity,automated_detection,automated_decision,platform_name,platform_uid,created_at"

func TestDumpsAreDocumented(t *testing.T) {
	page, err := os.ReadFile("../../docs/dumps.md")
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]string{}
	for line := range strings.Lines(string(page)) {
		if cells := strings.Split(line, "|"); len(cells) == 4 {
			for name := range strings.SplitSeq(cells[1], ",") {
				rows[strings.Trim(name, " `")] = cells[2]
			}
		}
	}
	for name := range strings.SplitSeq(allColumns, ",") {
		said, documented := rows[name]
		if !documented {
			t.Errorf("column %s is not documented", name)
			continue
		}
		role := columns[name].role
		counted := columns[name].shape != text || role != service
		if _, known := columns[name]; known && counted && role != passed && strings.Contains(said, "not counted") {
			t.Errorf("column %s is counted", name)
		}
	}
	for _, table := range tables {
		b := declare(table, wholeDay, 0)
		row := strings.Join([]string{"| statements of reasons", b.Table, b.Breakdown.String(), b.Complete.String(), cmp.Or(b.Overlapping.String(), "–"), "none |"}, " | ")
		if !strings.Contains(string(page), row+"\n") {
			t.Errorf("not documented: %s", row)
		}
	}
	if !strings.Contains(string(page), reports.NotStated) {
		t.Error("what an empty cell means is not documented")
	}
}
