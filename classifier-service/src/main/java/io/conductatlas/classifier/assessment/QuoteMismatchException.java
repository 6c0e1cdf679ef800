package io.conductatlas.classifier.assessment;

/** A quote is not what stands at its place of the document. Such a provision is never stored. */
final class QuoteMismatchException extends RuntimeException {
    QuoteMismatchException(String version, int start, int end) {
        super("the quote at %d to %d is not what %s has there".formatted(start, end, version));
    }
}
