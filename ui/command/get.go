package command

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"vitrine/reports/fetch"
	"vitrine/reports/library"
	"vitrine/reports/publisher"
)

type getCommand struct {
	Names  []string `arg:"" name:"NAME|URL" optional:"" help:"A publisher, an export, or an address; without any, all exports are listed with where they are offered."`
	Into   string   `help:"Where the files are kept; otherwise in the folder \"fetched\" beside the library." placeholder:"FOLDER" type:"path"`
	Most   int64    `help:"Fetch no file of more megabytes." placeholder:"MB" default:"4096"`
	Format string   `help:"How to list: table, csv or json; table on a terminal, csv otherwise." enum:"auto,table,csv,json" default:"auto"`
	vintage
}

// Run fetches the exports that have an address of their own and loads them;
// of the others it prints the page.
func (c *getCommand) Run(j *job) error {
	if len(c.Names) == 0 {
		return c.list(j)
	}
	options, err := c.options(c.Names)
	if err != nil {
		return err
	}
	files, err := c.offers(j)
	if err != nil || len(files) == 0 {
		return err
	}
	if c.Into == "" {
		if c.Into, err = library.FetchedFolder(j.library); err != nil {
			return err
		}
	}
	lib, err := j.openOwn()
	if err != nil {
		return err
	}
	defer lib.Close()
	var receipts []library.Receipt
	for _, o := range files {
		receipts = append(receipts, c.get(j, lib, o, options)...)
	}
	return stopped(j.ctx, receipts)
}

// list prints where publishers offer their exports.
func (c *getCommand) list(j *job) error {
	var rows [][]string
	for _, o := range publisher.Offers() {
		how := "in a browser"
		if o.Direct {
			how = "vitrine get"
		}
		rows = append(rows, []string{o.Publisher, how, o.Address, strings.Join(exports(o), "; ")})
	}
	return j.writeList(c.Format, []string{"publisher", "got", "address", "exports"}, rows)
}

// exports lists the tables or formats of an offer.
func exports(o publisher.Offer) []string {
	var names []string
	for _, f := range o.Formats {
		names = append(names, strings.TrimPrefix(f.String(), o.Publisher+", "))
	}
	return names
}

// offers returns what to fetch, each address once. It tells of what has none.
func (c *getCommand) offers(j *job) ([]publisher.Offer, error) {
	var files []publisher.Offer
	for _, name := range c.Names {
		found, err := meant(name)
		if err != nil {
			return nil, err
		}
		pages := len(found)
		for _, o := range found {
			if o.Direct {
				pages--
				if !slices.ContainsFunc(files, func(f publisher.Offer) bool { return f.Address == o.Address }) {
					files = append(files, o)
				}
				continue
			}
			fmt.Fprintf(j.Out, "%s: %s has no address of its own; download it in a browser from %s and vitrine load it\n",
				o.Publisher, strings.Join(exports(o), "; "), o.Address)
		}
		if pages == len(found) {
			j.code = Failed
		}
	}
	return files, nil
}

// meant returns the offers that a name means; an address offers itself.
func meant(name string) ([]publisher.Offer, error) {
	if u, err := url.Parse(name); err == nil && u.Host != "" {
		for _, o := range publisher.Offers() {
			if o.Address == name && o.Direct {
				return []publisher.Offer{o}, nil
			}
		}
		return []publisher.Offer{{Address: name, Direct: true}}, nil
	}
	found := publisher.OffersOf(name)
	var of []string
	for _, o := range found {
		if !slices.Contains(of, o.Publisher) {
			of = append(of, o.Publisher)
		}
	}
	switch len(of) {
	case 0:
		return nil, fmt.Errorf("no publisher and no export is called %q; see vitrine get, or give an address", name)
	case 1:
		return found, nil
	}
	return nil, fmt.Errorf("%q may be of %s; name the publisher too", name, strings.Join(of, ", "))
}

// get fetches one file and loads it.
func (c *getCommand) get(j *job, lib *library.Library, o publisher.Offer, options library.TakeOptions) []library.Receipt {
	file, err := fetch.Get(j.ctx, o.Address, c.Into, fetch.Options{
		Name: o.Saved, MaxBytes: c.Most << 20, ChecksumAt: publisher.ChecksumAt(o.Address), Progress: j.progress(),
	})
	if j.Terminal {
		fmt.Fprint(j.Err, "\r\x1b[K")
	}
	if err != nil {
		if j.ctx.Err() == nil {
			fmt.Fprintf(j.Err, "vitrine: %v\n", err)
		}
		j.code = Failed
		return []library.Receipt{{Path: o.Address, Err: err}}
	}
	fmt.Fprintf(j.Err, "%s: %s%s\n", file.Path, count(int(file.Bytes), "byte"), checked(file))
	options.Address, options.Retrieved = file.Address, file.Retrieved
	receipts := lib.TakeWith(j.ctx, []string{file.Path}, options, nil)
	j.tell(lib, receipts)
	return receipts
}

func checked(f fetch.File) string {
	if f.Checked {
		return ", with the publisher's checksum"
	}
	return ""
}

// progress returns what shows on a terminal how far a file is; nil elsewhere.
func (j *job) progress() func(fetch.Progress) {
	if !j.Terminal {
		return nil
	}
	shown := int64(-1)
	return func(p fetch.Progress) {
		now, unit := p.Bytes>>20, "MB"
		if p.Of > 0 {
			now, unit = 100*p.Bytes/p.Of, "%"
		}
		if now != shown {
			shown = now
			fmt.Fprintf(j.Err, "\r%s: %d %s\x1b[K", p.Name, now, unit)
		}
	}
}
