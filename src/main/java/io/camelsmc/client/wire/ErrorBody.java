package io.camelsmc.client.wire;

import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What an error answer says. Read by content, not by content type: JSON, XML, or anything else such as the page of a
 * proxy, which gives an empty body. Reading never fails.
 *
 * @param code error code; null when the body names none
 * @param message text of the service, raw
 * @param requestId id of the call
 * @param deniedAction the permission that was missing, where the service says so
 */
public record ErrorBody(
        @Nullable String code, @Nullable String message, @Nullable String requestId, @Nullable String deniedAction) {

    private static final ErrorBody NOTHING = new ErrorBody(null, null, null, null);

    /** Reads a body of any kind. */
    public static ErrorBody parse(String body) {
        String text = body.strip();
        if (text.startsWith("{")) {
            return Json.object(text).map(ErrorBody::ofJson).orElse(NOTHING);
        }
        return text.startsWith("<") && !looksLikeHtml(text) ? ofXml(text) : NOTHING;
    }

    private static boolean looksLikeHtml(String text) {
        String head = text.substring(0, Math.min(text.length(), 64)).toLowerCase(Locale.ROOT);
        return head.startsWith("<!doctype") || head.startsWith("<html");
    }

    private static ErrorBody ofJson(Fields error) {
        return new ErrorBody(
                error.text("Code"),
                error.text("Message"),
                error.text("RequestId"),
                error.object("AccessDeniedDetail").text("AuthAction"));
    }

    private static ErrorBody ofXml(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // The default handler of the platform prints to the console.
            builder.setErrorHandler(new DefaultHandler());
            Element root =
                    builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
            return new ErrorBody(child(root, "Code"), child(root, "Message"), child(root, "RequestId"), null);
        } catch (ParserConfigurationException | SAXException | IOException e) {
            return NOTHING;
        }
    }

    private static @Nullable String child(Element root, String name) {
        NodeList found = root.getElementsByTagName(name);
        String text =
                found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
        return text.isEmpty() ? null : text;
    }
}
