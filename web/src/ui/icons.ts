/** Icons by the name that menus and pages use. */
import {
  Aim, ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Avatar, Bell, Box, Calendar, ChatDotRound, Check, CircleCheck, Clock, Close, Coin,
  Collection, Connection, Cpu, DataAnalysis, DataBoard, DataLine, Delete, Document, Download, Edit, Expand, Files, Filter, Flag, Fold,
  Folder, FullScreen, Goods, Grid, Histogram, HomeFilled, InfoFilled, Key, Link, List, Location, Lock, MagicStick, MapLocation, Medal,
  Menu, Money, Monitor, Moon, More, Notebook, OfficeBuilding, Opportunity, PieChart, Place, Plus, Promotion, Reading, Refresh, School,
  ScaleToOriginal, Search, Setting, SetUp, Share, Ship, Shop, ShoppingCart, Stamp, Star, Sunny, SwitchButton, Tickets, Timer, Tools, TrendCharts,
  Upload, User, Van, Wallet, Warning, ZoomIn, ZoomOut,
} from '@element-plus/icons-vue'
import type { Component } from 'vue'

export const icons = {
  aim: Aim, down: ArrowDown, left: ArrowLeft, right: ArrowRight, up: ArrowUp, people: Avatar, bell: Bell, box: Box, calendar: Calendar,
  chat: ChatDotRound, check: Check, done: CircleCheck, clock: Clock, close: Close, coin: Coin, collection: Collection,
  connection: Connection, cpu: Cpu, analysis: DataAnalysis, board: DataBoard, line: DataLine, delete: Delete, document: Document,
  download: Download, edit: Edit, expand: Expand, files: Files, filter: Filter, flag: Flag, fold: Fold, folder: Folder,
  fullscreen: FullScreen, goods: Goods, grid: Grid, histogram: Histogram, home: HomeFilled, info: InfoFilled, key: Key, link: Link,
  list: List, location: Location, lock: Lock, magic: MagicStick, map: MapLocation, medal: Medal, menu: Menu, money: Money,
  monitor: Monitor, moon: Moon, more: More, notebook: Notebook, office: OfficeBuilding, idea: Opportunity, pie: PieChart, place: Place,
  plus: Plus, promotion: Promotion, reading: Reading, refresh: Refresh, school: School, scale: ScaleToOriginal, search: Search,
  setting: Setting, setup: SetUp, share: Share, ship: Ship, shop: Shop, cart: ShoppingCart, stamp: Stamp, star: Star, sun: Sunny,
  exit: SwitchButton, tickets: Tickets, timer: Timer, tools: Tools, trend: TrendCharts, upload: Upload, user: User, van: Van,
  wallet: Wallet, warning: Warning, 'zoom-in': ZoomIn, 'zoom-out': ZoomOut,
} satisfies Record<string, Component>

export type IconName = keyof typeof icons
