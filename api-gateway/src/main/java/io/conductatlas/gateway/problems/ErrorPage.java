package io.conductatlas.gateway.problems;

/** Shows a problem to a person in a browser. */
public interface ErrorPage {

    /** The whole page as HTML. */
    String render(Problem problem);
}
