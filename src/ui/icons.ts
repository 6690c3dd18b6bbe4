// Lucide (ISC). Add an icon here when a page needs it: two lines, in the order of the alphabet.
import archive from 'lucide-static/icons/archive.svg?raw';
import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw';
import arrowRight from 'lucide-static/icons/arrow-right.svg?raw';
import ban from 'lucide-static/icons/ban.svg?raw';
import bell from 'lucide-static/icons/bell.svg?raw';
import bookOpen from 'lucide-static/icons/book-open.svg?raw';
import briefcase from 'lucide-static/icons/briefcase.svg?raw';
import building2 from 'lucide-static/icons/building-2.svg?raw';
import calendar from 'lucide-static/icons/calendar.svg?raw';
import calendarCheck from 'lucide-static/icons/calendar-check.svg?raw';
import chartNoAxesColumn from 'lucide-static/icons/chart-no-axes-column.svg?raw';
import check from 'lucide-static/icons/check.svg?raw';
import chevronDown from 'lucide-static/icons/chevron-down.svg?raw';
import chevronRight from 'lucide-static/icons/chevron-right.svg?raw';
import circle from 'lucide-static/icons/circle.svg?raw';
import circleAlert from 'lucide-static/icons/circle-alert.svg?raw';
import circleCheck from 'lucide-static/icons/circle-check.svg?raw';
import circleHelp from 'lucide-static/icons/circle-help.svg?raw';
import clipboardList from 'lucide-static/icons/clipboard-list.svg?raw';
import clock from 'lucide-static/icons/clock.svg?raw';
import compass from 'lucide-static/icons/compass.svg?raw';
import copy from 'lucide-static/icons/copy.svg?raw';
import download from 'lucide-static/icons/download.svg?raw';
import euro from 'lucide-static/icons/euro.svg?raw';
import externalLink from 'lucide-static/icons/external-link.svg?raw';
import eye from 'lucide-static/icons/eye.svg?raw';
import eyeOff from 'lucide-static/icons/eye-off.svg?raw';
import fileCheck from 'lucide-static/icons/file-check.svg?raw';
import fileText from 'lucide-static/icons/file-text.svg?raw';
import fingerprint from 'lucide-static/icons/fingerprint.svg?raw';
import flag from 'lucide-static/icons/flag.svg?raw';
import footprints from 'lucide-static/icons/footprints.svg?raw';
import globe from 'lucide-static/icons/globe.svg?raw';
import graduationCap from 'lucide-static/icons/graduation-cap.svg?raw';
import handshake from 'lucide-static/icons/handshake.svg?raw';
import heartHandshake from 'lucide-static/icons/heart-handshake.svg?raw';
import history from 'lucide-static/icons/history.svg?raw';
import house from 'lucide-static/icons/house.svg?raw';
import inbox from 'lucide-static/icons/inbox.svg?raw';
import info from 'lucide-static/icons/info.svg?raw';
import keyRound from 'lucide-static/icons/key-round.svg?raw';
import lightbulb from 'lucide-static/icons/lightbulb.svg?raw';
import link from 'lucide-static/icons/link.svg?raw';
import listChecks from 'lucide-static/icons/list-checks.svg?raw';
import lock from 'lucide-static/icons/lock.svg?raw';
import logIn from 'lucide-static/icons/log-in.svg?raw';
import logOut from 'lucide-static/icons/log-out.svg?raw';
import mail from 'lucide-static/icons/mail.svg?raw';
import mapPin from 'lucide-static/icons/map-pin.svg?raw';
import menu from 'lucide-static/icons/menu.svg?raw';
import messageCircle from 'lucide-static/icons/message-circle.svg?raw';
import minus from 'lucide-static/icons/minus.svg?raw';
import network from 'lucide-static/icons/network.svg?raw';
import pencil from 'lucide-static/icons/pencil.svg?raw';
import phone from 'lucide-static/icons/phone.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import printer from 'lucide-static/icons/printer.svg?raw';
import refreshCw from 'lucide-static/icons/refresh-cw.svg?raw';
import route from 'lucide-static/icons/route.svg?raw';
import save from 'lucide-static/icons/save.svg?raw';
import scale from 'lucide-static/icons/scale.svg?raw';
import search from 'lucide-static/icons/search.svg?raw';
import send from 'lucide-static/icons/send.svg?raw';
import settings from 'lucide-static/icons/settings.svg?raw';
import shieldCheck from 'lucide-static/icons/shield-check.svg?raw';
import sprout from 'lucide-static/icons/sprout.svg?raw';
import tag from 'lucide-static/icons/tag.svg?raw';
import target from 'lucide-static/icons/target.svg?raw';
import trash2 from 'lucide-static/icons/trash-2.svg?raw';
import triangleAlert from 'lucide-static/icons/triangle-alert.svg?raw';
import undo2 from 'lucide-static/icons/undo-2.svg?raw';
import upload from 'lucide-static/icons/upload.svg?raw';
import user from 'lucide-static/icons/user.svg?raw';
import userPlus from 'lucide-static/icons/user-plus.svg?raw';
import users from 'lucide-static/icons/users.svg?raw';
import wifiOff from 'lucide-static/icons/wifi-off.svg?raw';
import wrench from 'lucide-static/icons/wrench.svg?raw';
import x from 'lucide-static/icons/x.svg?raw';

const sources = {
  archive,
  'arrow-left': arrowLeft,
  'arrow-right': arrowRight,
  ban,
  bell,
  'book-open': bookOpen,
  briefcase,
  'building-2': building2,
  calendar,
  'calendar-check': calendarCheck,
  'chart-no-axes-column': chartNoAxesColumn,
  check,
  'chevron-down': chevronDown,
  'chevron-right': chevronRight,
  circle,
  'circle-alert': circleAlert,
  'circle-check': circleCheck,
  'circle-help': circleHelp,
  'clipboard-list': clipboardList,
  clock,
  compass,
  copy,
  download,
  euro,
  'external-link': externalLink,
  eye,
  'eye-off': eyeOff,
  'file-check': fileCheck,
  'file-text': fileText,
  fingerprint,
  flag,
  footprints,
  globe,
  'graduation-cap': graduationCap,
  handshake,
  'heart-handshake': heartHandshake,
  history,
  house,
  inbox,
  info,
  'key-round': keyRound,
  lightbulb,
  link,
  'list-checks': listChecks,
  lock,
  'log-in': logIn,
  'log-out': logOut,
  mail,
  'map-pin': mapPin,
  menu,
  'message-circle': messageCircle,
  minus,
  network,
  pencil,
  phone,
  plus,
  printer,
  'refresh-cw': refreshCw,
  route,
  save,
  scale,
  search,
  send,
  settings,
  'shield-check': shieldCheck,
  sprout,
  tag,
  target,
  'trash-2': trash2,
  'triangle-alert': triangleAlert,
  'undo-2': undo2,
  upload,
  user,
  'user-plus': userPlus,
  users,
  'wifi-off': wifiOff,
  wrench,
  x,
};

export type IconName = keyof typeof sources;

/** The shapes inside an icon's 24 × 24 grid, without the svg element around them. */
export function iconShapes(name: IconName): string {
  const source: string = sources[name];
  return source
    .slice(source.indexOf('>', source.indexOf('<svg')) + 1, source.lastIndexOf('</svg>'))
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}

/** All names, for the page that shows them. */
export const iconNames = Object.keys(sources) as IconName[];
