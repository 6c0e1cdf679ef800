/**
 * Says what a change of a document means: which provisions came, went or were reworded, how heavy that is, for whom, and
 * by which words. Every sentence it writes names the place of the text that backs it.
 *
 * <p>Start with {@link io.conductatlas.clauses.assessment.ChangeAssessor}.
 */
@NullMarked
package io.conductatlas.clauses.assessment;

import org.jspecify.annotations.NullMarked;
