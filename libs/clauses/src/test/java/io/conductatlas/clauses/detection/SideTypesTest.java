package io.conductatlas.clauses.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.catalogue.Polarity;
import io.conductatlas.documents.markdown.MarkdownReader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A type is not set off by a word that stands in the sentence for something else. */
class SideTypesTest {
    private static final ProvisionDetector DETECTOR = new ProvisionDetector(Catalogue.bundled());

    /**
     * Two sentences that share the words by which a type is known.
     *
     * @param bears says what the type stands for
     * @param mentions has the words, and says something else
     */
    private record Pair(String type, String bears, String mentions) {}

    private static final List<Pair> PAIRS = List.of(
            new Pair(
                    "cookies",
                    "Third parties use cookies as described in our Cookie Policy.",
                    "We use the log as told in our Cookie Policy."),
            new Pair(
                    "document-scope",
                    "This Cookie Policy applies whenever you visit the site.",
                    "You accept the terms that apply when you sail."),
            new Pair(
                    "notice-of-change",
                    "We will email you before we change the rules.",
                    "You give us updated registration information, such as your email."),
            new Pair(
                    "marketing-messages",
                    "You receive our marketing by post.",
                    "We use what we receive about you from our advertising partners."),
            new Pair(
                    "monitoring-of-use",
                    "We review activity on your account to find abuse.",
                    "Either side has the right to seek judicial review."),
            new Pair(
                    "location",
                    "We collect your precise location.",
                    "The log can be read and is stored in a different location."),
            new Pair(
                    "unilateral-termination",
                    "We can block your account.",
                    "You can change your settings to block or limit what you see on the service."),
            new Pair(
                    "acceptable-use",
                    "You may not engage in harmful conduct.",
                    "We do not engage in such activity, but you may tell us not to."),
            new Pair(
                    "retention-period",
                    "We keep your records for as long as necessary.",
                    "The records are maintained as confidential only to the extent necessary."),
            new Pair(
                    "purposes-and-legal-bases",
                    "We use it to provide the services and to plan.",
                    "We may end it where it is impractical to provide the services."),
            new Pair(
                    "affiliates",
                    "We share your data with our affiliates.",
                    "We share your data with the club you are affiliated with."),
            new Pair(
                    "refunds",
                    "You get a refund if you change your mind.",
                    "We wait a week in case you change your mind."),
            new Pair(
                    "regional-addendum",
                    "If you are a resident of California, read on.",
                    "We keep to the Swiss-U.S. Data Privacy Framework."),
            new Pair(
                    "objection-and-opt-out",
                    "You can control how we use your information.",
                    "You can control and access some of your personal data."),
            new Pair(
                    "law-enforcement-disclosure",
                    "We may disclose personal information as required by law.",
                    "The recipient may disclose confidential information as required by law."),
            new Pair(
                    "audits-and-certification",
                    "An independent audit is made each year, with a report.",
                    "Each log-in stands in the audit log for security."),
            new Pair(
                    "identifiers-and-contact",
                    "We collect information about you.",
                    "This policy applies to all the data that we collect."),
            new Pair(
                    "access-and-portability",
                    "You may exercise your privacy rights.",
                    "We will not discriminate against you if you exercise your privacy rights."),
            new Pair(
                    "order-of-documents",
                    "If the texts differ, the English version prevails.",
                    "Each side pays its own costs unless you prevail on your claim."),
            new Pair(
                    "cookies",
                    "The site uses cookies.",
                    "If you have questions about how the inn uses cookies, ask at the desk."),
            new Pair(
                    "account-deletion-by-user",
                    "You may stop using the service when you like.",
                    "You can ask us to stop using your data."),
            new Pair(
                    "monitoring-of-use",
                    "We monitor your use of the hall.",
                    "Parents should monitor their children's use of the hall."),
            new Pair(
                    "complaint-to-authority",
                    "You may write to your local data protection authority.",
                    "We help the customer with impact assessments and consultations with the supervisory authority."),
            new Pair(
                    "eligibility",
                    "Rowers who qualify for the race get a cap.",
                    "You may not write what would qualify as bullying."),
            new Pair(
                    "identity-verification",
                    "We may ask you to verify your identity.",
                    "Our guards follow procedures designed to verify the identity of a user before they hand out keys."),
            new Pair(
                    "ai-disclosure",
                    "You must disclose in a plain way that the song was generated by artificial intelligence.",
                    "The pilot may disclose the harbour's depth."),
            new Pair(
                    "reserved-rights",
                    "We reserve all rights in the songs.",
                    "We reserve the right, at our sole discretion, to report your letters to the mayor."),
            new Pair(
                    "device-and-usage",
                    "We collect information from your device.",
                    "Cookies are small files stored on your device when you visit."),
            new Pair(
                    "service-providers",
                    "Vendors process personal data for us.",
                    "Payment service providers you use for personal bookings are your own affair."),
            new Pair(
                    "support-and-service-levels",
                    "We offer technical support by post.",
                    "Technical support data: we keep your letters."),
            new Pair(
                    "content-and-inputs",
                    "We keep the prompts you provide.",
                    "The picture is made based on prompts that you provide."),
            new Pair(
                    "deletion",
                    "You can delete your letters and other information.",
                    "You can delete your account at the desk."),
            new Pair("usage-limits", "Rate limits hold for each guest.", "You may not circumvent any rate limits."),
            new Pair(
                    "responsibility-for-use",
                    "Customer shall comply with all applicable laws.",
                    "We share the log with third parties to comply with applicable law."),
            new Pair(
                    "age-requirement",
                    "You must be over 13 years of age.",
                    "Tell us if you become aware that a child under the age of 13 has written to us."),
            new Pair(
                    "contract-formation",
                    "The agreement is concluded when we confirm your order.",
                    "These Terms are an agreement made between you and Larkfield Boats."),
            new Pair(
                    "acceptable-use",
                    "You must comply with the house rules.",
                    "Customer will comply with export control laws."),
            new Pair(
                    "marketing-messages",
                    "We email you special offers.",
                    "Partners share with us your email address, cookies and advertising numbers."),
            new Pair(
                    "third-party-advertising-and-analytics",
                    "Advertisers receive the number of your visits.",
                    "We know of advertisers who wish to reach people who may like boats."),
            new Pair(
                    "licence-to-user-content",
                    "You grant us a licence to reproduce your content.",
                    "When the stay ends, your right to use the hall and any content in it ends."),
            new Pair(
                    "unilateral-change",
                    "We reserve the right to change the timetable.",
                    "You give us the right to reproduce, show and modify the picture."),
            new Pair(
                    "age-requirement",
                    "Guests must be at least 16 years old.",
                    "We delete information that we hold of persons under 16."),
            new Pair(
                    "purposes-and-legal-bases",
                    "We name the purposes of processing below.",
                    "We keep the data as long as needed for the purposes described below."),
            new Pair(
                    "acceptable-use",
                    "Guests are prohibited from diving.",
                    "We tell the user of it unless we are prohibited from doing so."),
            new Pair(
                    "security-measures",
                    "We protect your information behind locks.",
                    "This notice describes how we protect your information."),
            new Pair(
                    "device-and-usage",
                    "We collect information when you use the site.",
                    "We collect information when you fill in a form."),
            new Pair(
                    "identifiers-and-contact",
                    "We collect information when you fill in a form.",
                    "If you have questions, turn to the last page for contact information."),
            new Pair(
                    "related-policy",
                    "Your use of the jetty is governed by the Harbour Guidelines and our Usage Policy.",
                    "By buying a ticket you agree to be bound by these Terms."),
            new Pair(
                    "related-policy",
                    "Rowers are subject to additional terms that apply at night.",
                    "Refunds of tickets are subject to these Terms."),
            new Pair(
                    "related-policy",
                    "Please read the merchant's privacy policy before you pay.",
                    "We keep your name for the purposes set out in this Privacy Policy."),
            new Pair(
                    "document-scope",
                    "These Terms apply to all visitors of the lighthouse.",
                    "Please read our Privacy Policy, which describes how we keep the log."),
            new Pair(
                    "document-scope",
                    "This section covers only guests of the inn.",
                    "If these terms conflict with the supplemental terms, the supplemental terms will govern for the ferry."),
            new Pair(
                    "document-scope",
                    "These Terms apply only to the winter season.",
                    "The limits in this section apply only to the maximum extent permitted by law."),
            new Pair(
                    "identifiers-and-contact",
                    "We collect your name and email address.",
                    "A list of the authorities' contact details is on the wall."),
            new Pair(
                    "identifiers-and-contact",
                    "We collect personal information such as your name.",
                    "We use the information we collect to mend the boats."),
            new Pair(
                    "identifiers-and-contact",
                    "You provide your payment information at the till.",
                    "You can control your contact information at the till."),
            new Pair(
                    "identifiers-and-contact",
                    "We collect personal data when you book.",
                    "We collect personal data regarding your use of the ferry."),
            new Pair(
                    "identifiers-and-contact",
                    "We collect personal information at the gate.",
                    "Our privacy policy explains how we collect personal information."),
            new Pair(
                    "purposes-and-legal-bases",
                    "We process your data to plan the timetable.",
                    "You may object to the use of your data for the raffle."),
            new Pair(
                    "purposes-and-legal-bases",
                    "We use your information to plan the timetable.",
                    "Write to us about the processing of your data, or to exercise your choices."),
            new Pair(
                    "purposes-and-legal-bases",
                    "Your data is used to print the tickets.",
                    "Your data is used as described in the annex."),
            new Pair(
                    "purposes-and-legal-bases",
                    "We process your data in our legitimate interests.",
                    "You may object where we rely on our legitimate interests."),
            new Pair(
                    "access-and-portability",
                    "You may exercise your rights by letter.",
                    "To exercise your right of withdrawal, send the form back."),
            new Pair(
                    "access-and-portability",
                    "You have the right to access your personal data.",
                    "We grant you the right to access and use the library."),
            new Pair(
                    "access-and-portability",
                    "You can request a copy of what we hold.",
                    "We tell the customer of any legally binding request for disclosure of the ledger."),
            new Pair(
                    "access-and-portability",
                    "You have certain privacy rights.",
                    "We are keen on preserving your privacy rights."),
            new Pair(
                    "processing-on-behalf",
                    "We process customer data only on the instructions of the customer.",
                    "The customer is solely responsible for sending personal data (as defined in the DPA) to us."),
            new Pair(
                    "processing-on-behalf",
                    "This Agreement incorporates the Data Processing Addendum.",
                    "The DPA lets the customer see the summary of an audit."),
            new Pair(
                    "objection-and-opt-out",
                    "You can turn off the collection of your voice data.",
                    "You can turn off the lamp in your cabin."),
            new Pair(
                    "objection-and-opt-out",
                    "You can manage how we share your information.",
                    "You can manage your bookings at the desk."),
            new Pair(
                    "objection-and-opt-out",
                    "You can limit the use of your location.",
                    "Nothing here shall limit liability for death or personal injury."),
            new Pair(
                    "marketing-messages",
                    "We send you promotional emails in spring.",
                    "You will no longer receive personalised advertising."),
            new Pair(
                    "marketing-messages",
                    "We deliver newsletters to your door.",
                    "Your logo may stand in our marketing materials."),
            new Pair(
                    "security-measures",
                    "We protect your personal data by encryption.",
                    "The songs and their information are protected by copyright."),
            new Pair(
                    "security-measures",
                    "We have safeguards to protect personal data from theft.",
                    "The adequate safeguards for data abroad are contractual clauses."),
            new Pair(
                    "retention-period",
                    "We keep your data for two years.",
                    "Each side returns the confidential information and deletes its copies within 30 days."),
            new Pair(
                    "responsibility-for-use",
                    "You are responsible for all that you bring aboard.",
                    "You represent that you have the authority to bind your company."),
            new Pair(
                    "responsibility-for-use",
                    "You are responsible for your conduct.",
                    "You are responsible for paying the applicable taxes."),
            new Pair(
                    "responsibility-for-use",
                    "Customer will comply with all applicable laws.",
                    "We help the customer to comply with its obligations."),
            new Pair(
                    "eligibility",
                    "You represent that you have the authority to bind your company to these rules.",
                    "You represent that your boat is seaworthy."),
            new Pair(
                    "usage-limits",
                    "We limit the number of calls to ten an hour.",
                    "We are a limited joint-stock company under number 12 34."),
            new Pair(
                    "licence-to-service",
                    "We grant you a limited right to use the workshop.",
                    "Your parents must give permission to use the workshop."),
            new Pair(
                    "age-requirement",
                    "If you are a minor, a parent must give permission to use the workshop.",
                    "A parent may watch from the gallery."),
            new Pair(
                    "appeal",
                    "You may appeal our decision on your account.",
                    "You may appeal a decision made by profiling."),
            new Pair(
                    "exclusive-venue",
                    "Disputes are brought before the courts located in Larkfield.",
                    "We pay the damages that a court of competent jurisdiction awards."),
            new Pair(
                    "exclusive-venue",
                    "All claims are heard in the courts of Larkfield.",
                    "Claims may be brought in the small claims courts located in Larkfield."),
            new Pair(
                    "public-disclosure",
                    "Your profile is publicly visible.",
                    "Confidential information excludes what becomes publicly available without the receiving party's fault."),
            new Pair(
                    "informal-resolution",
                    "We both try in good faith to settle any dispute first.",
                    "We indemnify you if you give written notice of such claim."),
            new Pair(
                    "order-of-documents",
                    "All notices shall be made in writing.",
                    "We may end the lease by giving you a month's notice in writing."),
            new Pair(
                    "provider-identity",
                    "These Terms are an agreement between you and Larkfield Boats Ltd.",
                    "For questions about your cabin, contact your travel agent."),
            new Pair(
                    "parties-and-third-parties",
                    "The parties are independent contractors.",
                    "The customer may let its employees, agents, independent contractors and consultants aboard."),
            new Pair(
                    "parties-and-third-parties",
                    "No partnership is created between us.",
                    "Professional or employment-related information, such as former employment."),
            new Pair(
                    "content-removal",
                    "We may remove content that offends.",
                    "Parents can view and delete their child's data."),
            new Pair(
                    "service-providers",
                    "We share your data with vendors that sort the mail.",
                    "Our liability and that of our agents acting on our behalf for personal losses ends there."),
            new Pair(
                    "limitation-of-liability",
                    "We are not liable for lost hats.",
                    "Nothing in these rules excludes our liability for death."),
            new Pair(
                    "warranty-disclaimer",
                    "The boat is lent as is.",
                    "We give as much help as is required by the harbour master."),
            new Pair(
                    "output-accuracy",
                    "The output may be inaccurate.",
                    "You may not show the output in a misleading or deceptive manner."),
            new Pair(
                    "output-accuracy",
                    "Please check the outputs before you rely on them.",
                    "The pilot gives no medical advice."),
            new Pair("no-reliance", "Nothing the pilot says is medical advice.", "The output may be inaccurate."),
            new Pair(
                    "childrens-privacy-notice",
                    "Parents can set up a family group for their children's data.",
                    "The family group ticket costs less in spring."),
            new Pair(
                    "reserved-rights",
                    "We retain all rights in the songs.",
                    "As between the two, customer shall retain all rights in its drawings."),
            new Pair(
                    "content-ownership",
                    "Customer shall retain all rights in its output.",
                    "As between customer and the studio, the studio retains all rights in the log."),
            new Pair(
                    "statutory-rights",
                    "Nothing here affects your statutory rights.",
                    "Our delay will not waive that right."),
            new Pair(
                    "severability-and-survival",
                    "Our omission will not waive that right.",
                    "You waive nothing by staying on the shore."),
            new Pair(
                    "restricted-content",
                    "You may not post violent content.",
                    "The editor allows you to combine videos and songs."),
            new Pair(
                    "restricted-content",
                    "Do not post hateful content.",
                    "Neither side answers for floods or acts of terrorism."),
            new Pair(
                    "content-and-inputs",
                    "We store the photos that you upload.",
                    "The album helps you sort and upload photos."),
            new Pair(
                    "content-and-inputs",
                    "We collect your files and documents.",
                    "We guard against unauthorized access to user content."),
            new Pair(
                    "settings-and-controls",
                    "You can turn off the lamp in your cabin.",
                    "What we see depends on your browser settings."),
            new Pair(
                    "confidentiality",
                    "Each side keeps the confidential information secret.",
                    "Except as said in section 10 (confidential information), neither side owes damages."),
            new Pair(
                    "copyright-complaints",
                    "Send us a notice if your copyright is infringed.",
                    "You may report to the regulator that we infringed data protection laws."),
            new Pair(
                    "law-enforcement-disclosure",
                    "We disclose data to respond to a subpoena.",
                    "We process information to comply with applicable law."),
            new Pair(
                    "payout-conditions",
                    "We may withhold the payment of your earnings.",
                    "You authorize us to reserve and initiate debits for each payment."),
            new Pair(
                    "unilateral-termination",
                    "We may suspend your account.",
                    "The customer may terminate the agreement in spring."),
            new Pair(
                    "unilateral-termination",
                    "We may terminate the agreement.",
                    "The agreement will continue in effect until terminated."),
            new Pair(
                    "unilateral-change",
                    "We may change these terms at any time.",
                    "Coming back will constitute acceptance of the updated terms."),
            new Pair(
                    "third-party-services",
                    "Third-party services are offered on their own terms.",
                    "You may not open the gate with unauthorized third-party software."),
            new Pair(
                    "scraping-and-reverse-engineering",
                    "You may not scrape the timetable.",
                    "Our reader obeys pages that say Do Not Crawl."),
            new Pair(
                    "privacy-contact",
                    "Larkfield Boats is the controller of your data.",
                    "The customer is the controller of the personal data."),
            new Pair(
                    "account-deletion-by-user",
                    "You may delete your account at the desk.",
                    "The inn reserves the right to cancel your account."),
            new Pair(
                    "feedback-ownership",
                    "If you send feedback, we may use it for free.",
                    "Press the button of the feedback form to open and use it."),
            new Pair(
                    "notice-of-change",
                    "Please check this page frequently for updates.",
                    "For updates visit our Frequently Asked Questions."),
            new Pair(
                    "reporting-content",
                    "You can report content that breaks the rules.",
                    "We cannot say that your emergency call will be heard."));

    @TestFactory
    Stream<DynamicTest> bearsWhatIsSaid() {
        return PAIRS.stream()
                .map(pair -> DynamicTest.dynamicTest(
                        pair.type() + ": " + pair.bears(),
                        () -> assertThat(typesOf(pair.bears())).contains(pair.type())));
    }

    @TestFactory
    Stream<DynamicTest> bearsNotWhatIsOnlyMentioned() {
        return PAIRS.stream()
                .map(pair -> DynamicTest.dynamicTest(
                        pair.type() + ": " + pair.mentions(),
                        () -> assertThat(typesOf(pair.mentions())).doesNotContain(pair.type())));
    }

    /** Rules alone: a clause that bears nothing else may still get the type by weaker signs. */
    private static List<String> typesOf(String text) {
        return DETECTOR.classify(text).stream()
                .map(ProvisionDetector.Label::type)
                .toList();
    }

    @Test
    void takesADocumentsOwnNameForNoOtherDocument() {
        String sentence = "Please review the Privacy Policy each time you come aboard.";

        assertThat(quotedAs("related-policy", "# Privacy Policy\n\n" + sentence))
                .isEmpty();
        assertThat(quotedAs("related-policy", "# Terms of Service\n\n" + sentence))
                .containsExactly(sentence);
    }

    @Test
    void takesTheTermsOfOneDocumentForNoOtherDocument() {
        String sentence = "Guests who sing at night are subject to the Terms of Service.";

        assertThat(quotedAs("related-policy", "# Terms of Service\n\n" + sentence))
                .isEmpty();
        assertThat(quotedAs("related-policy", "# Privacy Policy\n\n" + sentence))
                .containsExactly(sentence);
    }

    @Test
    void readsALongDenialOfSellingAsOne() {
        assertThat(DETECTOR.classify(
                        "We do not use the guest book's information to write to people, to draw their faces, or to sell"
                                + " the information to a third party."))
                .filteredOn(label -> label.type().equals("sale-of-personal-data"))
                .singleElement()
                .satisfies(label -> assertThat(label.polarity()).isEqualTo(Polarity.DENIED));
    }

    private static List<String> quotedAs(String type, String markdown) {
        return DETECTOR.detect(new MarkdownReader().read(markdown)).stream()
                .filter(provision -> provision.type().equals(type) && !provision.restsOnWeakSigns())
                .flatMap(provision -> provision.quotes().stream())
                .map(Quote::text)
                .toList();
    }
}
