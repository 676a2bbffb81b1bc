package statements

import (
	"regexp"
	"strings"
	"testing"
)

// TestDigitsAreToldFromOthers changes each byte of a UUID and of a time to all
// others.
func TestDigitsAreToldFromOthers(t *testing.T) {
	for _, c := range []struct {
		good string
		is   func([]byte) bool
		form string
	}{
		{"24260a30-3eae-4cf1-8292-03655fc6a3c7", isUUID, `^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$`},
		{"2025-08-01 09:30:59", isTime, `^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$`},
		{`"2025-08-01"`, isDate, `^"\d{4}-\d\d-\d\d"$`},
	} {
		form := regexp.MustCompile(c.form)
		for i := range c.good {
			for b := range 256 {
				s := []byte(c.good)
				s[i] = byte(b)
				if want := form.Match(s); c.is(s) != want && !strings.Contains(c.form, `"`) {
					t.Errorf("%q is taken for one: %v", s, !want)
				}
			}
		}
		if !c.is([]byte(c.good)) || c.is([]byte(c.good[1:])) || c.is(nil) {
			t.Errorf("%s is not told from parts of it", c.good)
		}
	}
}
