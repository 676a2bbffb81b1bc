package publisher

import (
	"net/url"
	"path"
	"slices"
	"strings"
)

// An Offer is where publishers offer exports: the address of a file, or of a
// page on which a person finds one.
type Offer struct {
	Publisher string
	Address   string
	Direct    bool      // the address is the file's own, and stable
	Saved     string    // how the file is called once it is fetched; "": as its address says
	Formats   []*Format // of the exports that are got there
}

// Offers lists where exports are offered, in the order of Formats. An address
// is listed once.
func Offers() []Offer {
	var list []Offer
	for i := range Formats {
		f := &Formats[i]
		address := f.URL
		if f.Fetch != "" {
			address = f.Fetch
		}
		if address == "" {
			continue
		}
		at := slices.IndexFunc(list, func(o Offer) bool { return o.Address == address })
		if at < 0 {
			at = len(list)
			list = append(list, Offer{Publisher: f.Publisher, Address: address})
		}
		o := &list[at]
		o.Direct, o.Formats = o.Direct || f.Fetch != "", append(o.Formats, f)
		if f.Saved != "" {
			o.Saved = f.Saved
		}
	}
	return list
}

// OffersOf lists the offers that a name means: those of the publisher or the
// format of that name, or else those that have all words of the name in
// publisher, formats and address.
func OffersOf(name string) []Offer {
	var own, like []Offer
	words := strings.Fields(strings.ToLower(name))
	for _, o := range Offers() {
		text := strings.ToLower(o.Publisher + " " + o.Address)
		exact := strings.EqualFold(o.Publisher, name)
		for _, f := range o.Formats {
			text += " " + strings.ToLower(f.String())
			exact = exact || strings.EqualFold(f.String(), name)
		}
		missing := slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) })
		switch {
		case exact:
			own = append(own, o)
		case len(words) > 0 && !missing:
			like = append(like, o)
		}
	}
	if len(own) > 0 {
		return own
	}
	return like
}

// ChecksumAt returns the address at which a publisher states the checksum of
// the file at an address; "" where it states none. The European Commission
// does so beside each dump of the DSA Transparency Database.
func ChecksumAt(address string) string {
	u, err := url.Parse(address)
	if err != nil || path.Ext(u.Path) != ".zip" || u.RawQuery != "" {
		return ""
	}
	switch u.Hostname() {
	case "transparency.dsa.ec.europa.eu", "dsa-sor-data-dumps.s3.eu-central-1.amazonaws.com":
		return address + ".sha1"
	}
	return ""
}
