package sheet

import (
	"strings"
	"testing"
)

func document1(t *testing.T, text string) *Value {
	t.Helper()
	return mustOpen(t, "a.json", text).Files[0].Document
}

func TestJSONValues(t *testing.T) {
	v := document1(t, `{
 "name": "ISIS Watch",
 "id": 1234567890,
 "share": -1.5e3,
 "public": true,
 "nothing": null,
 "messages": [
  {"id": 7, "text": ["one ", {"type": "email", "text": "a@b.c"}, ""]}
 ]
}`)
	text := v.Get("messages")
	for _, message := range text.Items() {
		text = message.Get("text")
	}
	if n, ok := v.Get("id").Number(); n != 1234567890 || !ok {
		t.Errorf("id %v %v", n, ok)
	}
	if n, _ := v.Get("share").Number(); n != -1500 {
		t.Errorf("share %v", n)
	}
	if _, ok := v.Get("name").Number(); ok {
		t.Error("a name is a number")
	}
	for _, c := range []struct {
		value *Value
		text  string
		path  string
		line  int
		kind  ValueKind
	}{
		{v, "", "", 1, ObjectValue},
		{v.Get("name"), "ISIS Watch", "name", 2, StringValue},
		{v.Get("id"), "1234567890", "id", 3, NumberValue},
		{v.Get("public"), "true", "public", 5, BoolValue},
		{v.Get("nothing"), "", "nothing", 6, NullValue},
		{text, "", "messages[0].text", 8, ArrayValue},
		{v.Get("missing").Get("deeper"), "", "", 0, NullValue},
	} {
		if c.value.String() != c.text || c.value.Path() != c.path || c.value.Line() != c.line || c.value.Kind() != c.kind {
			t.Errorf("%q at %q line %d, want %q at %q line %d", c.value.String(), c.value.Path(), c.value.Line(), c.text, c.path, c.line)
		}
	}
	joined := ""
	for i, part := range text.Items() {
		if part.Kind() == ObjectValue {
			part = part.Get("text")
			if part.Path() != "messages[0].text[1].text" || i != 1 {
				t.Errorf("path %s", part.Path())
			}
		}
		joined += part.String()
	}
	if joined != "one a@b.c" || text.Len() != 3 {
		t.Errorf("joined %q of %d", joined, text.Len())
	}
}

func TestJSONThatIsNone(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"hex escapes", `{"t": "a\x0Bb"}`, "a\vb"},
		{"hex escape after an escaped backslash", `{"t": "a\\x0B"}`, `a\x0B`},
		{"escapes", `{"t": "\"\\\/\n\t\u00e9\ud83d\ude00\u2028"}`, "\"\\/\n\té😀\u2028"},
		{"half a surrogate pair", `{"t": "\ud83dx"}`, "\ufffdx"},
		{"unknown escape", `{"t": "\q"}`, `\q`},
		{"control character", "{\"t\": \"a\tb\nc\"}", "a\tb\nc"},
		{"the last of several", `{"t": 1, "t": {"a": 2}, "t": "last"}`, "last"},
		{"comma at the end", `{"t": "x",}`, "x"},
		{"document_id without quotes", "{\"a\": {\"document_id\": video_files/sticker (2).webm\n}, \"t\": \"x\"}", "x"},
		{"document_id without quotes, then more", "{\"document_id\": 1_sticker.webm,\n \"t\": \"x\"}", "x"},
		{"key with an escape", `{"\u0074": "x"}`, "x"},
	} {
		if got := document1(t, c.text).Get("t").String(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	sticker := document1(t, "{\"document_id\": video_files/sticker (2).webm \n}").Get("document_id").String()
	if sticker != "video_files/sticker (2).webm" {
		t.Errorf("document_id %q", sticker)
	}
}

func TestJSONMembersOfOneNameCountOnce(t *testing.T) {
	many := strings.Builder{}
	for range 50 {
		many.WriteString(`"same": 0, "` + strings.Repeat("x", many.Len()%40) + `": 0, `)
	}
	for _, text := range []string{`{"a": 1, "b": 2, "a": 3}`, `{` + many.String() + `"a": 1, "b": 2, "a": 3}`} {
		seen := map[string]int{}
		last := ""
		for name, value := range document1(t, text).Members() {
			seen[name]++
			last = name + value.String()
		}
		if last != "a3" {
			t.Errorf("the last member is %s", last)
		}
		for name, n := range seen {
			if n != 1 {
				t.Errorf("%q came %d times", name, n)
			}
		}
	}
}

func TestBrokenJSONTellsWhere(t *testing.T) {
	limit(t, &MaxNesting, 50)
	limit(t, &MaxValues, 1000)
	for _, c := range []struct{ name, text, want string }{
		{"cut in a text", "{\"a\": [1,\n\"tex", "line 2: the data is cut off here, in the middle of a value; the file is incomplete: export or download it again"},
		{"cut after a comma", "{\"a\": 1,\n", "line 2: the data is cut off here, in the middle of a value; the file is incomplete: export or download it again"},
		{"cut in a word", "[1, tru", "line 1: the data is cut off here, in the middle of a value; the file is incomplete: export or download it again"},
		{"cut after a name", "{\"a\"", "line 1: the data is cut off here, in the middle of a value; the file is incomplete: export or download it again"},
		{"word", "{\"a\": 1,\n\"b\": none}", "line 2: \"none\" is no value; it is no valid JSON: export or download it again"},
		{"comma", "[1\n2]", "line 2: a comma or \"]\" is missing; it is no valid JSON: export or download it again"},
		{"colon", "{\"a\" 1}", "line 1: a colon is missing after the name \"a\"; it is no valid JSON: export or download it again"},
		{"more", "{}\n{}", "line 2: something follows the end of the document; it is no valid JSON: export or download it again"},
		{"deep", strings.Repeat("[", 100), "line 1: values are nested deeper than 50, the most that Vitrine reads; split it"},
		{"many", "[" + strings.Repeat("1,", 2000), "line 1: it has more than 1,000 values, the most that Vitrine reads; split it"},
	} {
		if _, err := openText("a.json", c.text); err == nil || err.Error() != "a.json › "+c.want {
			t.Errorf("%s: %v\nwant a.json › %s", c.name, err, c.want)
		}
	}
}
