package library

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"vitrine/reports"
)

// The tests that need another process start the test program again with
// childTask set: "hold" keeps a library open until its input ends, "load n"
// loads n sources, telling of every step on its output and waiting for a line
// before it goes on.
const childTask, childLibrary = "VITRINE_TEST_CHILD", "VITRINE_TEST_LIBRARY"

func TestMain(m *testing.M) {
	if task := os.Getenv(childTask); task != "" {
		if err := child(task, os.Getenv(childLibrary)); err != nil {
			fmt.Println("error:", err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

func child(task, path string) error {
	l, err := Open(path)
	if err != nil {
		return err
	}
	defer l.Close()
	in := bufio.NewScanner(os.Stdin)
	fmt.Println("open")
	name, rest, _ := strings.Cut(task, " ")
	if name == "hold" {
		in.Scan()
		return nil
	}
	n, err := strconv.Atoi(rest)
	for i := 0; i < n && err == nil; i++ {
		_, err = l.load(context.Background(), source(childSource(i), 1+i), []byte(childSource(i)), childReading(i),
			func(stage string, done, _ int) {
				fmt.Println(stage, i, done)
				in.Scan()
			})
		fmt.Println("loaded", i)
		in.Scan()
	}
	return err
}

func childSource(i int) string { return fmt.Sprintf("source %d.csv", i) }

// childFigures is the number of figures of each source that a child loads:
// enough for several steps.
const childFigures = 2*toldEvery + 1

func childReading(i int) reports.Reading {
	figures := make([]reports.Figure, childFigures)
	for row := range figures {
		figures[row] = figure(month(1+i), strconv.Itoa(row%500), strconv.Itoa(row%7), 1, row+1)
	}
	r := reading(figures...)
	r.Problems = []reports.Problem{{What: "odd"}}
	return r
}

// A process is a child that answers line by line.
type process struct {
	*exec.Cmd
	lines *bufio.Scanner
	in    *bufio.Writer
}

func start(t *testing.T, task, path string) *process {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(self, "-test.run=^$")
	c.Env = append(os.Environ(), childTask+"="+task, childLibrary+"="+path)
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	return &process{c, bufio.NewScanner(out), bufio.NewWriter(in)}
}

// says returns the child's next line; "" where it has ended.
func (p *process) says() string {
	if !p.lines.Scan() {
		return ""
	}
	return p.lines.Text()
}

// goOn lets the child take its next step.
func (p *process) goOn(t *testing.T) {
	t.Helper()
	p.in.WriteString("\n")
	if err := p.in.Flush(); err != nil {
		t.Fatal(err)
	}
}
