package io.conductatlas.gateway.pages;

import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.pages.parts.Link;
import java.util.List;

/**
 * That there is nothing to show, or nothing was done, and why.
 *
 * @param errors what is wrong with single fields
 * @param requestId names the request in our logs
 * @param onward where to go from here
 */
record ProblemPage(
        Frame frame, int status, String title, String detail, List<String> errors, String requestId, Link onward) {}
