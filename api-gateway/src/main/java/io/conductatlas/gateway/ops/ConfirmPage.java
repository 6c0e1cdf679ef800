package io.conductatlas.gateway.ops;

import io.conductatlas.gateway.pages.parts.Fact;
import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.pages.parts.Link;
import java.util.List;

/**
 * Asks once more before something is done that cannot simply be undone.
 *
 * @param lead what will happen
 * @param action where the form goes
 * @param hidden fields that go with it
 * @param reasonNeeded whether the reason may be left empty
 * @param button what the button says
 * @param grave whether something is given up
 * @param back where to go instead
 */
record ConfirmPage(
        Frame frame,
        Shell shell,
        String title,
        String lead,
        List<Fact> facts,
        String action,
        List<Fact> hidden,
        boolean reasonNeeded,
        String button,
        boolean grave,
        Link back) {}
