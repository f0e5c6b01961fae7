// Command sayso reads news and keeps, for every claim, event and number, on
// whose say-so it stands.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"
	kongcompletion "github.com/jotaen/kong-completion"

	"sayso/internal/export"
)

// Exit statuses of every command.
const (
	exitOK     = 0 // all was read
	exitFailed = 1 // some input failed
	exitUsage  = 2 // the command line was wrong
)

// commands is the command line; each field's type lives in a file of its own.
type commands struct {
	Read       readCommand               `cmd:"" help:"Read articles: who says what, what happened, when, where, how many."`
	Explain    explainCommand            `cmd:"" help:"Show what one claim, event or number rests on."`
	Syntax     syntaxCommand             `cmd:"" help:"Print sentences, words, tags and trees."`
	Sample     sampleCommand             `cmd:"" help:"Draw a sheet of coded events for people to judge, or score one."`
	Train      trainCommand              `cmd:"" help:"Make the weights again from treebanks and corpora."`
	Rules      rulesCommand              `cmd:"" help:"Check the rules: written twice, never reached, at odds with each other, never used."`
	Version    versionCommand            `cmd:"" help:"Print the version, with the rules and weights inside."`
	Licenses   licensesCommand           `cmd:"" help:"Print the licences of Sayso and of what it contains."`
	Completion kongcompletion.Completion `cmd:"" help:"Print shell code that completes sayso's command line."`
}

// session is what a command works with.
type session struct {
	ctx    context.Context
	stdin  io.Reader
	stdout *os.File
	stderr *os.File
}

// errSomeFailed ends a run in which some inputs failed and were told of.
var errSomeFailed = errors.New("some input failed")

func main() { os.Exit(run(os.Args[1:])) }

// run runs one command line and returns its exit status.
func run(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	s := &session{ctx, os.Stdin, os.Stdout, os.Stderr}

	exited := -1
	parser, err := kong.New(&commands{}, kong.Name("sayso"),
		kong.Description("Sayso reads news and keeps, for every claim, event and number, on whose say-so it stands."),
		kong.Vars{"tables": strings.Join(export.Tables, ", ")}, kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
		kong.Exit(func(code int) { exited = code }), kong.Writers(s.stdout, s.stderr), kong.Bind(s))
	if err != nil {
		fmt.Fprintln(s.stderr, "sayso:", err)
		return exitFailed
	}
	kongcompletion.Register(parser)
	command, err := parser.Parse(args)
	switch {
	case exited >= 0: // --help
		return exited
	case err != nil:
		fmt.Fprintln(s.stderr, "sayso:", strings.Replace(err.Error(), `"",`, "", 1)) // no value at all is none to name
		fmt.Fprintln(s.stderr, "Try:", strings.Join(append(asked(parser.Model.Children, args), "--help"), " "))
		return exitUsage
	}
	var usage usageError
	switch err := command.Run(); {
	case errors.As(err, &usage):
		fmt.Fprintln(s.stderr, "sayso:", err)
		return exitUsage
	case errors.Is(err, errSomeFailed):
		return exitFailed
	case err != nil:
		fmt.Fprintln(s.stderr, "sayso:", err)
		return exitFailed
	}
	return exitOK
}

// asked returns the program's name and the command that the arguments name, if one.
func asked(commands []*kong.Node, args []string) []string {
	for _, c := range commands {
		if len(args) > 0 && c.Name == args[0] {
			return []string{"sayso", c.Name}
		}
	}
	return []string{"sayso"}
}

// usageError is a wrong command line found after parsing it.
type usageError struct{ error }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }
