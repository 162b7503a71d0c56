import assert from 'node:assert/strict';
import { isEnglish } from '../../../server/src/core/text/language.js';
import { read } from './view.js';

const ENGLISH: readonly string[] = [
  'Hi Sam, please clear the cache in Chrome, then restart GlobalProtect VPN and sign in to Okta again.',
  'Go to Settings > Privacy & Security > Cookies and Site Data > Clear Data. Restart Firefox. Reinstall uBlock Origin.',
  'Bonjour Marie, I have reset your password and sent the link to your new address. Please tell me when it works.',
  'The Größe column in the Übersicht tab shows the size of each file; the Datei menu is where you save it.',
  'Run `sudo systemctl restart nginx`, then check https://example.com/status and tell us what you see.',
  '- Windows 10\n- Windows 11\n- macOS Ventura\n- macOS Sonoma\n- Ubuntu Linux\n- Debian Linux\n- Fedora Linux',
  'Dear José, your café order from São Paulo to Zürich was delayed. We are sorry about that and will ship it again on Monday.',
  'no idea what went wrong there, can u try again pls? if not i will ask a colleague to take a look',
  'Open Outlook. Choose File. Choose Account Settings. Select Exchange. Click Change. Click Next. Click Finish.',
  '> Können Sie mir bitte helfen? Der Drucker ist seit gestern kaputt und druckt nicht.\n\nSorry about that. I will call you today.',
  'Line test came back clean. No fault found.',
  'Thanks!',
  'Danke',
  '',
  '```\nalles klar und gut so wie es ist\n```',
];

const OTHER: readonly string[] = [
  'Guten Tag Frau Weber, vielen Dank für Ihre Nachricht. Wir haben Ihre Bestellung geprüft und schicken Ihnen morgen ein neues Paket.',
  'Hi Max, bitte den Cache in Chrome leeren, dann das VPN neu starten und noch mal auf Login klicken. Danke!',
  'Vielen Dank. Das Team kümmert sich um den Fall.',
  'Bonjour Madame, nous avons bien reçu votre demande et nous allons vous rembourser sous cinq jours ouvrés.',
  'Hola Ana, gracias por escribirnos. Hemos revisado su factura y el importe es correcto. Si tiene más preguntas, estamos aquí.',
  'Goedemiddag, uw pakket is vandaag verzonden en komt morgen aan. Laat het ons weten als u nog vragen heeft.',
  'Olá Maria, obrigado pela sua mensagem. O seu pedido foi enviado hoje e deve chegar na sexta-feira.',
  'Buongiorno Luca, abbiamo ricevuto la sua richiesta e le invieremo una risposta entro domani. Cordiali saluti.',
  'Dzień dobry, dziękujemy za wiadomość. Sprawdziliśmy Pana zamówienie i wyślemy je jutro rano.',
  'Hej Anna, tack för ditt meddelande. Vi har kontrollerat din beställning och skickar ett nytt paket i morgon.',
  'Dobrý den, děkujeme za vaši zprávu. Zkontrolovali jsme vaši objednávku a zítra vám pošleme nový balík.',
  'Merhaba, mesajınız için teşekkür ederiz. Siparişinizi kontrol ettik ve yarın yeni bir paket göndereceğiz.',
  'Hei, kiitos viestistäsi. Olemme tarkistaneet tilauksesi ja lähetämme uuden paketin huomenna.',
  '您好，感谢您的来信。我们已经检查了您的订单，明天会寄出新的包裹。',
  'お問い合わせありがとうございます。明日中にご連絡いたしますので、少々お待ちください。',
  'Здравствуйте! Спасибо за ваше сообщение. Мы проверили ваш заказ и завтра отправим новую посылку.',
  '안녕하세요, 문의해 주셔서 감사합니다. 내일 새 제품을 보내 드리겠습니다.',
  'مرحبا، شكرا لرسالتك. لقد تحققنا من طلبك وسنرسل طردا جديدا غدا.',
];

describe('isEnglish', () => {
  for (const text of ENGLISH) it(`yes: ${text.slice(0, 60)}`, () => assert.equal(isEnglish(read(text, { kind: 'reply' })), true));
  for (const text of OTHER) it(`no: ${text.slice(0, 60)}`, () => assert.equal(isEnglish(read(text, { kind: 'reply' })), false));
});
