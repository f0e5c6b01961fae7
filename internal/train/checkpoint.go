package train

import (
	"encoding/gob"
	"fmt"
	"os"
	"path/filepath"
)

// state is a checkpoint.
type state struct {
	Epoch, Step int // done
	Shape       Shape
	Weights     [][]float32 // w, m, v and average of every parameter
}

func (n *network) checkpoint(o Options, opt *adam, epoch int) error {
	s := state{Epoch: epoch, Step: opt.step, Shape: n.Shape}
	for _, p := range n.all {
		s.Weights = append(s.Weights, p.w, p.m, p.v, p.average)
	}
	name := filepath.Join(o.Work, "checkpoint.gob")
	f, err := os.Create(name + ".new")
	if err != nil {
		return err
	}
	if err := gob.NewEncoder(f).Encode(s); err != nil {
		f.Close()
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(name+".new", name)
}

// resume goes on from the checkpoint in o.Work, if there is one; it returns
// the epochs already done.
func (n *network) resume(o Options, opt *adam) (int, error) {
	f, err := os.Open(filepath.Join(o.Work, "checkpoint.gob"))
	if os.IsNotExist(err) {
		return 0, os.MkdirAll(o.Work, 0o755)
	}
	if err != nil {
		return 0, err
	}
	defer f.Close()
	var s state
	if err := gob.NewDecoder(f).Decode(&s); err != nil {
		return 0, fmt.Errorf("%s: %w", f.Name(), err)
	}
	fits := len(s.Weights) == 4*len(n.all)
	for i, p := range n.all {
		fits = fits && len(s.Weights[4*i]) == len(p.w)
	}
	if !fits {
		return 0, fmt.Errorf("%s is of another shape: %+v", f.Name(), s.Shape)
	}
	opt.step = s.Step
	for i, p := range n.all {
		copy(p.w, s.Weights[4*i])
		copy(p.m, s.Weights[4*i+1])
		copy(p.v, s.Weights[4*i+2])
		copy(p.average, s.Weights[4*i+3])
		for r := range p.since {
			p.since[r] = int32(s.Step)
		}
	}
	return s.Epoch, nil
}
