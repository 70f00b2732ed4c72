package dev.ingot.dataset;

import java.util.List;
import java.util.stream.Collectors;

/** Says that a data set cannot be used, with every problem that was found in it. */
public final class DatasetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<DatasetProblem> problems;

    /**
     * Makes an exception of at least one problem.
     *
     * @throws IllegalArgumentException if there is none
     */
    public DatasetException(List<DatasetProblem> problems) {
        super(problems.stream().map(DatasetProblem::toString).collect(Collectors.joining("\n")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("an exception needs a problem");
        }
        this.problems = List.copyOf(problems);
    }

    /** The problems in the order in which they were found. */
    public List<DatasetProblem> problems() {
        return problems;
    }
}
