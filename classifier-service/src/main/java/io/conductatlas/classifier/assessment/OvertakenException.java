package io.conductatlas.classifier.assessment;

import java.sql.SQLTransactionRollbackException;

/** The document was assessed by somebody else since its state was read: to be done again from the new state. */
final class OvertakenException extends SQLTransactionRollbackException {
    OvertakenException() {
        super("the document was assessed in the meantime");
    }
}
