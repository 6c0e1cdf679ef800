package io.conductatlas.documents.relocation;

import io.conductatlas.documents.AgreementText;
import java.time.Instant;

/**
 * A document of a platform and what a change made of it.
 *
 * @param document what it is known by; two changes of one document have the same
 * @param at when the new text was seen
 */
public record ChangedDocument(String document, AgreementText before, AgreementText after, Instant at) {}
